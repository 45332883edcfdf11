import type { Words } from '../words.ts';

export const words: Words = {
  circleName: 'Tuesday circle',
  promises: {
    amira: `
Write one page of aims and send it to Dana | Dana marked two sentences and said go
Ask the dean what the committee looks for | Did not dare | Twenty minutes, and she was kind
No mail before ten in the morning | Four days of ten | Most days now | It holds
Draft the significance section, two pages | One page, the good one | Done, on a train
Say no to the second review this month | Said it in two lines
Read three funded applications from the library | Theirs are shorter than mine
Send the full draft to Chen and Bea | Both answered within the week
Cut the draft from eighteen pages to twelve | Fourteen | It needs a new figure first
Make the one figure the draft turns on | Emeka looked at it with me
Hand the application in, four days before the deadline | Handed in on Thursday. Slept
Take the Friday after it off, phone in a drawer | Walked to the reservoir
List the five people who could be on my side at promotion | Only two of them know what I do
Write to two of those five | One | Both answered
Plan the field season in one afternoon | With the students, which was better
Ask Fatima how she runs her group meetings | We now start with what went wrong
Give the seminar without reading from slides | My voice shook for a minute and then did not
Write the teaching statement, first version | Marking | Still marking | It can wait for summer
Call my mentor from the old lab | An hour, and a job I should look at
Rest on both days of one weekend | One and a half
Turn the reviewers’ comments into a table | Eleven points, only three are hard
Answer the three hard points | Two of three | The third was a misunderstanding
Send the revision back
Bring the promotion file into one folder
Ask two people for letters`,
    bea: `
Block two mornings a week for writing | One held | Both, with the door shut
Find out who decides about the clinic rota | It is somebody I know
Ask for one clinic day less until June | He was away | Yes, from March on
Finish the methods of the asthma paper | Half
Send the paper to all authors with a date | Seven of nine answered
Leave the ward by six, twice a week | Once | Twice
Submit the asthma paper | Submitted from the night shift
Prepare the hard talk with the registrar, in writing | It took four sentences
Have that talk | She cried, then we planned
Write the outline of the trial | Too big: the question first
One sentence that says what the trial asks | Hana’s edit is the one we use
Call the statistician before there are data
Say which meeting I stop going to | The Monday one. Nobody noticed
Sleep before I answer the reviewers
Answer the reviewers of the asthma paper | First reviewer | Both
Put my name forward for the training board
Two pages for the foundation
Ask Dana to read them as a stranger | She found what was missing`,
    chen: `
Apply to one place I would love, not only to safe ones | Two
Rewrite the first minute of the job talk | Amira timed it
Give the job talk to people who do not know the field | The circle, on a Saturday
Ask three people what a start-up package has in it | One | Three very different lists
Write down the least I would accept, and the most
Prepare ten questions for the visit
Ask about childcare before I decide and not after | They had thought about it
Sleep eight hours before the visit | Seven
Answer the offer with three wishes | Two of three granted
Tell my present group properly | The week was full
Finish the last measurement before the move | The cryostat leaks | Somebody else will finish it
Hand over the notebook so that it can be read
List what my first student should know in week one | Emeka added half of it
Find the person who orders things there | Her name is Ruth
Write the first proposal as a boss, one page
Do one thing a week that is not physics | Choir
Ask the choir friend how she leads without shouting | She waits
Write the advert for the first student
Say in the interview what I cannot offer
Read the grant rules to the last page | Page 40 matters
Decide what the group is called`,
    dana: `
Write to the programme officer with one question | She called back
Split the big grant into two that each stand alone | On paper
Stop opening the budget table after dinner
Ask Amira to be hard on the aims | She was
Get the letter of support from the company | They want lawyers | Ask a smaller one first
Ask the small company for the letter | One day
Finish the data section
Send the grant in with a week to spare | Five days
Meet each student once without a computer
Write two thank-you notes
Clear one shelf of the cold room | | | A student wants to do it
Invite somebody from industry to the seminar
Read one book that has no figures
Plan what I do if the grant is refused | Two plans, both all right
Say it aloud: I want to lead the centre | To the head, of all people
Draft my idea for the centre, three pages | Two
Ask Bea how she handles the board
Send the centre idea to two people who will disagree | One of them joins
Rewrite page two with what they said
Put the centre on the agenda for January`,
    emeka: `
Write the discussion chapter, badly | Badly, but it is there
Send chapter four to my supervisor with two questions | He answered both
Fix the one analysis I am afraid of | | Found the bug | It changes nothing
Fifteen minutes of writing before anything else | Nine of fourteen
Ask for the defence date | In spring
Find the outside examiner | She said yes
Practise the defence with people who are not kind | You were
Rest for one whole day
Finish the corrections
Book the room, the cake and my mother
Look for three postdocs I would move for
Write to one of those labs | They answered within an hour
Ask Chen how to talk about money
Turn chapter two into a paper, outline only
Send the outline to both supervisors
Say to Lisbon what I want to work on
Visit Lisbon | They have windows
Compare the two offers on one page
Tell my supervisor before he hears it
Answer Lisbon`,
    hana: `
Tell the team that I will move
Find a successor for the outreach group | Two of them
Write down how the mass spectrometer really works
Ask for a proper farewell budget | It is fine as it is
Learn twenty words a week
Publish the negative result | | Draft
Visit the new place before signing
Keep the Tuesday free in the new job as well
Pass on my two students with a letter each
Pack the books that are mine
Say goodbye to the machine, with photographs
Write to each of you once I have arrived`,
    fatima: `
Say what I need from my head in three sentences
Write the first own paper without my old boss on it | | Start with the short one
Outline the short paper
Ask for the same pay as the other two | | It took four minutes
One evening a week that is mine
Submit the short paper
Start the journal club | Six came
Ask Dana to introduce me to the officer
Draft my first own grant, one page
Let somebody else fix the freezer
Prepare the talk for the meeting in June | Chen heard it twice
Write to the three people I met there
Ask one of them to read my aims
Cut the grant page to what I would do anyway
Send the grant page to the officer
Two sentences for my promotion talk`,
  },
  milestones: [
    'The asthma paper is accepted | the one sentence',
    'A group of my own, from September | the first minute of the talk | what to ask for',
    'Defended, without corrections of substance | the hard questions',
    'Four years for the river project | the aims page | the figure',
    'The smaller of the two grants',
    'My first paper as the last author | saying it is enough',
    'Keynote at the society',
  ],
  together: [
    'First years on our own',
    'First in the family at a university, four of us',
    'Small children at home, three of us',
    'Work that is done in groups, with machines that break',
    'Reading aims pages, honestly',
    'Talking about money and offers',
    'Listening to talks, with a stopwatch',
    'Somebody who knows money and offers abroad',
    'Reading my aims before anyone else does',
    'Somebody who has sat on a promotion committee',
    'Somebody who left for industry and came back',
  ],
  parked: [
    'How do we say no to a head of department?',
    'Authorship when a student leaves',
    'What do we do with reviews that are unkind?',
  ],
  goals: [
    'Hand the river application in, and be proud of it | Funded. The aims page was the turn.',
    'Have the promotion file ready by spring',
    'Two evenings a week without work',
    'Do I want to lead a department, or only to be asked?',
  ],
  pigs: [
    'They only asked me because somebody else said no | They asked, and you were good. Both can be true',
    'A real scientist would not need a circle',
  ],
  strokes: [
    'Bea: “You ask the question that everyone then writes down.”',
    'Emeka: “I defended because you sat in the second row.”',
  ],
  notes: [
    'Nobody was senior. I talked more than I meant to.',
    'Ask shorter questions.',
    'They clapped. I will remember the faces.',
  ],
};
