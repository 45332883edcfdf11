import type { Lexicon } from './lexicon.ts';

export const english: Lexicon = {
  brings: {
    verbs: 'bring bringing one share present raise',
    things: 'question case issue challenge dilemma problem topic situation decision thing something sticking',
  },
  stop: 's d l of the a an for and our my with to at',
  mutual: {
    verbs: `
      support supporting supported help helping advise advising encourage encouraging cheer cheering push
      pushing challenge challenging motivate motivating learn learning back backing lift lifting consult
      consulting counsel champion championing listen listening nudge nudging guide guiding carry carrying
    `,
    partners:
      'each other, one another, eachother, from each other, from one another, each other up, one another up',
  },
  roles: {
    mentor: `
      ment mtoring comentor mentor mentoring mentorship mentee mentorring mentroing mentoing mentors
      mentored menotring mentorng mentring
    `,
    peer: `
      peer nearpeer mutual reciprocal equals peers coequals
    `,
    circle: `
      circ circle cirlce circel cirle circl cicle cirkle
    `,
    group: `
      club huddle tribe trio quad triad group grp gr gp crew network gathering sisterhood collective
      squad trios cluster clan posse gang cell tables roundtable sistas
    `,
    coach: 'coach cocoaching coaching',
    accountability: `
      acctability accountabilibuddies accountability acountability accountabilty accountibility
      accountablity accountabili
    `,
    cohort: 'cohort',
    pod: 'pod pods cluster',
    forum: 'forum',
    buddy: 'buddy buddies partners partner mates bunch pals',
    writing: `
      writing pomodoro pomodoros write writes dissertating
    `,
    theme: `
      moms mums mothers women womxn woman ladies sisters latina latinx black bipoc trust wellbeing belonging lgbtq
      parent minority firstgen neurodivergent growth leadership learning
    `,
    neutral: `
      interim extra additional missed makeup adhoc make
      monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
      morning evening afternoon lunch weekly biweekly fortnightly monthly quarterly meeting session
      call catch catchup check up zoom online virtual hybrid room no number nr season term spring
      autumn fall winter summer week day new date time next link same re fwd fw invitation updated
      hold tentative rescheduled moved ext regular recurring first second third us we i is be on in
      by from this that it
    `,
    secret: 'confidential confidentially confidentiality',
    promise: 'contract promise pledge commitment accountable',
    turn: 'airtime strokes hotseat timekeeper facilitates',
    career: `
      prof profs ops associates registrars residents curators nurses midwives vets consultants analysts translators architects chairs deans chiefs headteachers
      postdoc postdocs postdoctoral phd phds doctoral doctorate dissertation thesis tenure promotion
      scientist scientists researcher researchers academic academics academia clinician clinicians
      physician physicians professor professors ecr ecrs pi pis faculty career careers stem fellows
      fellow grad graduate profs professional professionals founder founders freelancer freelancers
      solopreneur managers lecturers surgeons doctors engineers librarians teachers jobseekers
      scholars scholar midcareer immigrants entrepreneurs entrepreneur principals residents
      directors developers designers therapists psychologists nurses attorneys lawyers pharmacists
      untenured tenured pretenure lecturer dissertators abd
    `,
    help: `
      support supportive consult consulting consultation consultancy sparring reflection reflective
      reflecting exchange sharing advice advisory help helping case cases supervision
    `,
    goal: 'goal goals success resolutions intentions commitments',
    trio: 'trio triad quad quartet foursome trios triads',
    senior: `
      boss manager supervisor prof professor dean director chair chief ceo cto vp svp head hr
      attending senior leader executive facilitator trainer external outside advisor adviser
      therapist psychologist nurse doctor dr expert consultant counsellor counselor instructor
      teacher office department provider lecturer sponsor president provost speaker
    `,
    by: 'with w by led hosted featuring ft feat',
    not: 'no without not none nobody non never',
    level: 'leaderless peerled selfrun selfled selforganised selforganized selfgoverned coequal',
    among: 'among amongst between',
    tutoring: 'tutoring tutorship',
  },
  otherCircle: {
    before: `
      ethics compliance safety clinical critique crit feedback ops design cycle people talent brand content delivery secretariat rep policy legal security
      data platform infra advisory ai alumni anchor antarctic arctic art bereavement bird birth
      birthing bloomsbury book bread breathwork bridge business cacao cambridge ceo cfo chairman
      chalk cheese chess choir cio code coding coffee color colour columbus company conversation
      craft crochet crop customer customers dance debate debating developer developers director
      donor donors dress drum drumming dupont embroidery english executive fairy faith
      family farmers fiddle finance founders french friends full gaming garden gardening general
      german giving golden google great grief guitar hand harp healing hr ice improvement inner
      innovation investment investor it kaizen kitchen knitting language lead leaders lending lions
      listening literary literature logan lunar magic mama mamas marketing masonic math maths
      meditation men mens meridian ministry mohr moon mothers neighbours operations outer oxford
      painting partner patron philosophy piccadilly pitch play poetry poets poker polar prayer
      president product quality queens quilting rainbow reading recovery red reiki research
      residents restorative robotics rotary royal safety sales sand sanskrit savings scott seed
      sentencing sewing shakespeare sheridan silent singing sketch sketching social solar song
      spanish speakers spinning square stitching stone story storytelling study super supper tarot
      tea teaching tech tenants theatre thomas torah trading traffic turning ukulele unit upper
      vicious vienna virtuous washington weaving whisky wine winner winners writers yoga lean
      manufacturing screenwriter screenwriters carers caregivers caregiver patients parenting dads
      knit fire camp songwriters novel novelists golf drama theater acting goddess ancestral plant
      herbal ceremonial cannabis psychedelic wellness wealth booster major legacy sponsor
      vip premium process morning nursery preschool toddler playground bible rosary
      sacred talking peacemaking shamanic ritual wisdom council fathers
    `,
    after: `
      fifths leads tensions api area avenue b1 back bank bar bus cafe card centre chart ci cinema city
      clinic dance dancing detection diagram diameter earrings equation finance fitting foods friends
      game governance graph health hike hospital hotel insurance internet jerk k lens life line mall map
      market method mortgage packing pattern pay payments pizza problem proof pub radius ride road row
      rows run seating seats skirt so song square station sticker stop tactical template theater theatre
      theorem time tour track up usdc walk willis
    `,
  },
  phrases: {
    secret: `
      stay here, stays here, stays private, private space, in this room, nothing leaves, not for
      sharing, no minutes, no notes, off record, safe space, brave space, in confidence, said here
      stay, say here stay, shared here stay, stays in room, stays between us, what is said stays, no
      recording, no note bot, ground rules, vegas rule, what we say stays, nothing leaves room,
      never leaves, keep confidence, keep confidences, strictly between us, between us, off the
      record, what happens here, leave it here, chatham house, not repeated, don t repeat, private
      to us, trusted space, cone of silence, stays in group, stays in circle, stay in group, stays
      within, keep to ourselves, stay between, keep it here, stays with us, what we hear, what s
      said stays, said stays, what s shared stays, shared stays, stays among us, stays right here,
      in strict confidence, strictly confidential, strict confidence, total confidence, nothing
      leaves here, goes no further, no further than, not be repeated, just between, what is shared
      here, las vegas rule, vegas rules, like vegas, nda of friends, sealed room,
      stays in the call, leaves the call, leaves this call, nothing leaves call,
      what s shared here, shared in confidence, kept between us, kept in confidence,
      keep it between, not to be shared, our secret
    `,
    promise: `
      you would do, we said we, you said you, i said i, what next, set goals, share goals, goals
      write, goals writing, next step each, till next time, until next time, before next time, since
      last time, last time promise, commit to, accountability round, by next time, next two weeks,
      next 2 weeks, next 2 wks, last time commitment, contract yourself, last time contract, what
      you said you, what did you say, goal check, goals report, wins stuck, read aloud, read out,
      contract aloud, new contracts, our contracts, contracts out loud, promises, one promise, next
      step, next steps each, action each, one action, what you promised, promised yourself, hold
      each other, hold one another, keep each other, committed to, commitments, commit, we commit,
      say what you will do, what you will do, what will you do, do by next, did you do, did you do
      it, done what, report on last, reports on last, last week s goals, last goals, goals from
      last, goals for next, weekly goals, progress report, report progress, report on progress,
      report on our, state your goal, name your goal, intentions, until we meet again, homework for
      yourself, each other accountable, one another accountable, report at end, say goals, goal for
      week, one goal, one commitment, holding each other, holding one another, say what you did,
      what you did, what i did, how did your commitment, your commitment, new commitment, new
      commitments, leave with, leaves with, leave with promise, since we last met, since we met,
      promised last time, what happened since, told each other, made good on, carry over, carried
      over, small promise, experiment until, try until next, one experiment, my commitment, my
      contract, contract for next, contracts for next, next month s goals, goals for month, monthly
      goals, wins, wins and, small wins, wins asks, wins struggles, what will i do, what i ll do,
      what i will do, what ll you do, set next target, next target, who will you, what will you try,
      check on commitments, says goal, states goal, state goal, names goal, says her goal, says his
      goal, says their goal, says one thing, small step, one small step, one step each, tiny step,
      daily pages, pages written, set intentions, sets intention, wins and woes, wins woes, word
      count, word counts, what we wrote, what we ve written, pages we wrote, how much we wrote, a
      deadline each, deadline each, you said you would, we said we would,
      hold you to, what you said last, since last meeting, last contract, new contract,
      last contracts, report on contract, promises we made, promised, what will you do by,
      do by next month, between now and next, homework we set ourselves, report at next
    `,
    turn: `
      report back, 15 each, 10 each, 20 each, 12 each, 13 each, per person, each person, no advice,
      no fixing, 120 n, appreciations, roses thorns, rose thorn, brags, taking it in turns, everyone
      gets time, round table check in, listening round, time slots, one hot seat, who goes first,
      talk time, speaking time, rotate host, rotating host, each of us, everyone get, everybody get,
      case each, commitment each, problem round, advice unless asked, min each, mins each, minute
      each, minutes each, each share, each get, turn each, one each, equal time, equal turns, hot
      seat, talking limit, asking time, ask time, how much time, however many, go round, round
      robin, taking turns, take turns, rotating facilitator, not advice, equal share, equal shares,
      same time each, same minutes, minutes apiece, min apiece, apiece, minutes a head, min a head,
      min per, mins per, minutes per, in turn, in turns, by turns, my turn, your turn, whose turn,
      everyone speaks, everybody speaks, each member, timer, timed turns, timed rounds, timed,
      timekeeping, equal airtime, round of check in, check in round, checkin round, hotseat, on hot
      seat, each of us gets, divided by, ÷, split evenly, evenly, facilitator rotate, facilitation
      rotate, rotating facilitation, rotating chair, rotating role, rotate roles, facilitation
      rotates, chair rotates, moderation rotates, rotates, rotate, taking turns chairing, whoever
      asked for time, asks for time, need time, clarifying questions, only questions, questions
      only, open questions, no interrupting, no crosstalk, no cross talk, listen first, one speaks,
      one presents, equal rounds, each get turn, everyone has turn, everyone has time, each has
      turn, time for everyone, time for each, minutes for each, min for each, minutes everyone,
      everyone ten minutes, everyone 10, everyone 15, everyone 20, in rotation, host rotates, hosts
      rotate, rotating hosts, rotating presenter, presenter rotates, facilitator rotates, rotating
      facilitators, we rotate, split time, share time equally, time equally, equally divided, one
      case each, one person at a time, someone s case, deep dive each, two deep dives, two cases,
      three cases, one case per, everybody takes, everyone takes, each takes, everybody has,
      everyone has, each person has, each person takes, each of us takes, each of us has, time
      split, split by, split equally, gets floor, has floor, minutes of floor, others ask, rest ask,
      rest listen, others listen, rest of us ask, rest of us listen, others only ask,
      12 minutes each, 12 mins each, each 10, each 12, each 15, each 20, each gets, gets 10,
      gets 15, gets 20, air time, equal floor, equal slots, slot each, host rotating,
      timekeeper rotating, rotating timekeeper, different host, new host, takes turns,
      moderator by rota, rotating moderator, rotating timekeeper, nobody interrupts
    `,
    strong: `
      peer ment circle, pm circle, learning set, al set, coaching triad, coaching trio, coaching
      pod, co coaching circle, peer mentor triad, lean in circle, action learning set, action
      learning group, writing accountability group, accountability writing group, mentoring pod,
      mentor pod, gps group, peer learning circle, mentoring dyad, mentoring triad, mentoring trio,
      peer dyad, peer triad, peer trio, peer support circle, accountability circle, job search
      council, peer supervision group, peer consultation group, peer consultancy group, wol circle,
      working out loud circle, lernos circle, job search work team, peer coaching triad, peer
      coaching trio, peer coaching circle, peer mastermind, leaderless supervision, peer group
      supervision, peer mentors circle, facilitated peer mentoring, circle of mentors, circle of
      peers, circle of equals,
      als set, pmcircle, pm circles, peer led mentoring, peer circle, mentor circle,
      mentoring ring
    `,
    likely: `
      eot, other thursday, eo thursday, every other thurs, every other thu, every second thursday,
      every 2nd thursday, alternate thursday, alternate thursdays, master mind, co mentor, co
      mentors, mentor swap, sounding board group, gps meeting, writing acc group, acc group, acc
      buddies, p2p mentoring, goals problems solutions, hot seat group, stuck club, tenure club,
      peer clinic, mentor each other, mentor one another, coach each other, mentoring each other,
      support each other group, action learning, co coaching, mutual support group, learning trio,
      goal group, goals group, writing buddies, mentoring quad, pmc, p m c, w a g, g p group, c
      change, mastermind, every other thursday, wag, troika, lean in, wise crowds, hot seat circle,
      counterspace, group mentoring, co mentoring, comentoring, peer consultation, peer supervision,
      critical friends, brain trust, success team, peer advisory, promotion buddies, goal buddies,
      peer consultation group, working out loud, wol, lernos, jsc, never search alone, als meeting,
      al group, co consulting, co consultancy, thesis support group, faculty success group, learning
      circle, growth circle, peer sparring, think partner group, thinking partners, peer case
      consultation, peer consult, peer consults, case consultation group, peer think tank, personal
      board, personal board of peers, board of peers, write report group, write and report, write in
      pod, writing pod, writing pact, thesis writing group, dissertation writing group, diss writing
      group, mutual support circle, mutual aid writing, colleagues helping colleagues, group of
      equals, tenure track support, job search group, job search buddies, job search pod, job
      seekers circle, job hunt group, job hunt crew, career buddies, career pod, career crew, career
      trio, promotion pod, promotion circle, accountability check in, accountability check,
      accountability call, accountability pact, accountability mates, accountability thread,
      accountability trio, accountability quad, balint leaderless, intervision, co development
      group, codevelopment, code velopment group, sista circle, sister circle, kitchen cabinet, pit
      crew, support squad, mentoring mosaic, mosaic mentoring, mentor mosaic, peer onward mentoring,
      peer mentoring, peer mentorship, horizontal mentoring, lateral mentoring, multi mentoring,
      constellation mentoring, mutual mentoring, reciprocal mentoring, forum group, yec forum, eo
      forum, ypo forum, vistage peers, peer board, hot seats, hotseat group, goal getters, goal
      diggers, weekly wins group, wins woes, quarterly goals group, biz besties, peer to peer
      coaching, peer to peer mentoring, peer to peer support, peer to peer consulting, peer advisory
      board, peer cluster, peer mentoring cluster, comentorship, hold each other accountable,
      holding each other accountable, hold one another accountable, holding one another accountable,
      keep each other accountable, keeping each other accountable, keep one another accountable,
      keeping one another accountable, each other accountable, one another accountable, coaching
      each other, coaching one another, mentoring one another, mentors to each other, mentors for
      each other, mentors to one another, hold each other to, accountable to each other, accountable
      to one another, peer learning group, peer learning set, peer exchange group, peer discussion
      group, peer problem solving, peer reflection, peer reflection group, peer case group, peer
      support, peer accountability, thesis buddies, dissertation buddies, thesis pals,
      accountability partners, accountability partner, accountability crew, accountability squad,
      accountability club, goal setting group, goals club, self mentoring group, mentors and mentees
      at once, both mentor and mentee, each mentor and mentee, what i promised, what we promised,
      what i said i, said i would, said we would, job club, job search club, job seekers club, job
      hunters club, accountability group, accountability pod, dissertation accountability, thesis
      accountability, phd accountability, tenure accountability, leaders supporting leaders, women
      supporting women, peers supporting peers, peers helping peers, peers mentoring peers,
      colleagues supporting colleagues, therapists supporting therapists, peer sup,
      mentoring trios, peer pod, peer set, peer crew, peer squad, peer huddle, peer collective,
      peer exchange, peer council, peer roundtable, peer table, career circle, career peers,
      career triad, commitment circle, commitment group, promise circle, goals circle,
      progress circle, progress pod, unstuck circle, unstuck club
    `,
    trap: `
      pmc 0, pod leads, mentoring literature, peer gynt, circleci, peer review, peer reviewed, peer
      reviewer, peer pressure, peering, peer to peer network, peer to peer lending, mentor mentee,
      mentee mentor, mentor lunch, mentor team, phd mentor, thesis mentor, mentoring plan, mentoring
      compact, peer tutoring, mentoring week, mentoring month, mentoring day, writing workshop,
      writing retreat, peer assessment, peer evaluation, peer feedback form, cohort study, cohort
      studies, cohort analysis, cohort data, cohort retention, cohort enrolment, birth cohort,
      patient cohort, validation cohort, longitudinal cohort, retention cohort, user cohort, trial
      cohort, forum romanum, user forum, developer forum, customer forum, citizen forum, business
      forum, economic forum, architecture forum, technology forum, operations forum, risk forum,
      security forum, governance forum, change forum, release forum, tenants forum, patient forum,
      internet governance forum, pod restart, pod restarts, kubernetes pod, k8s pod, proof delivery,
      product pod, feature pod, dev pod, growth pod, sales pod, platform pod, delivery pod,
      engineering pod, checkout pod, account pod, whale pod, airpod, pod sync, pod planning, mentor
      graphics, mutual fund, mutual insurance, mentor ohio, portability accountability,
      accountability office, accountability act, accountability committee, accountability report,
      accountability framework, accountability matrix, financial accountability, government
      accountability, public accountability, algorithmic accountability, buddy holly, dive buddy,
      onboarding buddy, new hire buddy, buddy check, pmc id, pmc deposit, pmc submission, pmc
      deadline, pmc vote, pmc compliance, apache pmc, pubmed central, project pmc, pmc bank,
      mastermind game, mastermind quiz, mastermind final, mastermind bbc, mastermind episode,
      mastermind webinar, taylor swift mastermind, wag the dog, troika restaurant, troika meeting
      eu, eu troika, imf troika, troika vodka, lean in lunch, lean in canvas, pair programming, pair
      review, pairs trading, peer review circle, wol magic packet, wake on lan wol, peer to peer
      payment, success team qbr, customer success, peer comparison, peer group comparison, peer
      group analysis, peer benchmark, peer benchmarking, peer instruction, case study, use case,
      test case, business case, case management, case law, case conference, support ticket, tech
      support, it support, customer support, support engineer, support team, support rota, support
      desk, product support, support queue, exchange server, exchange rate, stock exchange, foreign
      exchange, exchange student, student exchange, exchange program, file sharing, screen sharing,
      knowledge sharing, profit sharing, ride sharing, job sharing, mutual aid fire, goal keeper,
      goal line, goal post, mentor capital, peer programming, peer city, forum theatre, forum
      thread, wol lan, working out loud book, cluster upgrade, learning circle python, lean coffee,
      accountability chart, learning pod grade, peer leaders, peer educators, peer navigator, peer
      recovery, leadership circle profile, leadership circle debrief, circle of security, product
      trio, design trio, book writing, balint, grad school, graduate school, med school, medical
      school, law school, business school, trust safety, safety pod
    `,
    hard: `
      1 1, 1on1, 1o1, 121, one one, one on one, interview, interviewing, standup, stand up, all
      hands, allhands, town hall, townhall, scrum, review board, board review, cancelled, canceled,
      no circle, no mentoring, no pmc, no peer, skip level, out of office, ooo, birthday, appraisal,
      performance review, sprint planning, sprint review, sprint retro, sprint demo
    `,
    about: `
      research meeting, launch event, programme launch, program launch, committee, steering, scheme,
      strategy, policy, toolkit, summit, gala, fundraiser, mixer, coordinating, webinar, info
      session, information session, info evening, training, train trainer, deadline, due date,
      submit, submission, prep, prepare, preparation, prework, planning, coordinator, coordination,
      coordinators, leads meeting, facilitator training, facilitators meeting, mentor training,
      mentor onboarding, orientation, keynote, lecture, seminar, symposium, registration, sign up,
      signup, application, apply, matching, survey, grant report, funding, recruitment, flyer,
      vendor, debrief, ceremony, graduation, expo, research study, council, board meeting, board of,
      briefing, facilitators check in, facilitators, kickoff event, ask our alumni, alumni,
      networking event, pilot, evaluation, class reunion, school reunion, panel, vote, voting,
      quorum, candidates, dossiers, mentoring launch, product launch, book launch, launch party,
      launch meeting,
      marking, marking meeting, assessment, coursework, moderation meeting, direct reports,
      direct report, viva
    `,
    work: `
      stakeholder, workstream, enablement, gtm, qa, guild, division, regional, branch, team, staff,
      team lunch, payroll, court, hearing, study, retention, enrolment, enrollment, trial, pubmed,
      shift, helpline, sync, review, retro, retrospective, roadmap, backlog, release, deployment,
      deploy, incident, on call, oncall, ops, status, pipeline, quarterly business, qbr, kpi, okr,
      forecast, customer, client, sales, marketing, product, engineering, finance, legal, hr,
      procurement, lab meeting, group meeting, staff meeting, department meeting, departmental,
      journal club, grand rounds, tumor board, thesis committee, team meeting, leadership team,
      project, working group, task force, trustee, shareholder, investor, data, analysis, audit,
      compliance, migration, integration, architecture, security, platform, kubernetes, test, build,
      billing, contract negotiation, office hours, tutorial, intern, new hire, onboarding, tour,
      open house, open day, check in with manager, handover, rota, clinic, dentist, doctor,
      appointment, checkup, email, pay, drive, book room, module, class, demo, website, budget, pick
      up, pickup, drop off, q a, follow up email, write up, evaluation, course, reminder, remind,
      travel, newsletter, invoice, podcast, fair, reception, department, faculty meeting, students,
      undergraduates, supervision meeting, supervision with, programme, program, workload, okrs,
      timesheet, csat, nps, churn, arr, accounts, vendor call, comms, rfp, tender, board pack, work
      in progress, product team, product teams, design team, sprint, launch,
      tax, cpa, accountancy, benchmarking, benchmark, ticket triage, triage, supplier, suppliers,
      quota, per rep, commission, invoices
    `,
    topic: `
      episode, finale, match, holacratic, tensions, book, book club, novel, chapter, reading,
      poetry, knitting, sewing, quilting, drum, drumming, guitar, choir, band, jam, singing, dance,
      dancing, yoga, pilates, meditation, reiki, breathwork, tarot, moon, prayer, bible, church,
      parish, fellowship church, kids, kindergarten, preschool, nursery, toddler, baby, pta, soccer,
      football, running, cycling, hiking, scuba, scuba diving, dive club, swim, gym, fitness, game, gaming, dungeons, chess,
      quiz, trivia, wine, film, movie, concert, theatre, theater, opera, tickets, garden, gardening,
      neighbourhood, neighborhood, tenants, holacracy, sociocracy, usdc, stablecoin, crypto,
      wedding, party, barbecue, bbq, pub, happy hour, dog, walk, racing, language exchange,
      toastmasters, rotary, grief, bereavement, recovery, cancer support, alcoholics, creative
      writing, songwriting, screenwriting, fiction, run club, running club, workout, crossfit,
      marathon, weight lifting, listening party, stock, stocks, trading, prophet, quran, torah,
      rosary, buddhist, zen, astrology, sanskrit, homeschool, homework, scouts, sourdough, baking,
      cooking, pottery, ceramics, photography, painting, sketch, screenwriters, screenwriter,
      novelists, songwriters, poets, poem, dating, singles, weigh in, meals, poems, short stories,
      bracelets, snacks, board games, dish, vollmond, apache, kafka, python, rust, javascript,
      school, grade, sacred, ritual, ancestral, shamanic, full moon, bible study, toddlers,
      trombone, jazz, grammar, vocabulary, conversation practice, language practice, semi marathon,
      half marathon, 10k, pray, praying, improv, rehearsal, portfolio returns, stock picks,
      dnd, d d, dungeon, campaign, one shot, rpg, ttrpg, raid, warhammer, magic the gathering,
      poker, pickleball, bouldering, climbing, pregnancy, antenatal, scrapbook, crochet, karaoke,
      potluck, playgroup, playdate, orchestra, a cappella, ukulele
    `,
    led: `
      trainer, instructor, certificate, certification, cme, ce credit, ceu, cpd point, cpd points,
      licensure, licensed, accredited, credits, course fee, tuition, mandatory, attendance required,
      compulsory, webinar, executive coaching, executive coach, master class, masterclass, guest
      speaker, guest expert, keynote, senior mentor, senior mentors, senior faculty, senior leader,
      senior leaders, senior colleague, ask the expert, ask an expert, ask me anything, ama, group
      therapy, therapy group, certified facilitator, professional facilitator, paid facilitator,
      external facilitator, external coach, outside facilitator, our facilitator dr, program manager
      leads, hosted by office, sponsored by office, coaching program, coaching programme, group
      coaching program, bootcamp, boot camp, clinical supervision, group supervision, supervision
      group, tutor, tutors, homework help, peer assisted learning, supplemental instruction, exam
      prep, problem set, problem sets, past papers, problem sheet, learn how to, introduction
      session, intro session, intro to, introduction to, how to run, certified trainer, your mentor,
      our mentor dr, mentor dr, mentor prof, led by dr, career path, fireside, programme fee,
      program fee, fee, ask our, chief scientist, office hours, mentor hours, drop in, exec coach,
      coach led, clinical lead, led programme, led program, coach facilitated
    `,
    care: `
      patient, patients, carer, carers, caregiver, caregivers, survivor, survivors, bipolar,
      diabetes, diabetic, cancer, anxiety, depression, adhd, autism, autistic, alzheimer,
      alzheimers, dementia, parkinson, parkinsons, epilepsy, fibromyalgia, chronic pain, chronic
      illness, long covid, eating disorder, eating disorders, ptsd, trauma, addiction, sobriety,
      sober, alcohol, al anon, aa meeting, na meeting, smoking, gambling, grief, bereaved,
      bereavement, widow, widows, miscarriage, infertility, ivf, postpartum, breastfeeding, new
      moms, new mothers, new dads, divorce, self help, selfhelp, illness, disease, diagnosis, hiv,
      transplant, stoma, cardiac, rehab, rehabilitation, weight loss, diet, slimming, peer support
      worker, peer support workers, peer support specialist, recovery group, suicide, stroke
      survivors, stroke group, ms self help, peer support volunteers
    `,
    level: `
      no leader, without leader, no boss, no hierarchy, nobody in charge, no one in charge, no one
      senior, nobody senior, no seniors, no senior, self run, self led, self organised, self
      organized, self facilitated, self managed, self governed, peer run, peer led, peer
      facilitated, peers only, all peers, among peers, just us, only us, only peers, equals, as
      equals, among equals, same level, same stage, same career stage, same boat, same rank, no
      experts, no expert, no attendings, no managers, no teacher, no guru, member run, member led,
      run it ourselves, on our own, run by us, by ourselves, nobody leads, no one leads, both mentor
      mentee, each mentor mentee, mentor mentee both, guide leaves, first three only, then on our
      own, without guide, without faculty, take turns chairing, take turns leading, take turns
      hosting, everyone leads, everybody leads, no line managers, no bosses, no facilitator, no
      trainer, no supervisors, no supervisor, no pis, no chairs, no hr, no fees, no fee, no advice
      giving, without managers, without bosses, without our bosses, no hierarchies, similar stage,
      similar career stage, all on same level, all same level, peer level, as peers, between peers,
      on equal footing, equal footing, on eye level, eye level,
      no managers, no bosses, nobody s boss, no boss, no leader, no hierarchy, same level,
      same stage, same career stage, same rank, all at same stage
    `,
    bring: `
      brings question, brings one question, brings case, brings issue, brings one thing, brings
      topic, brings challenge, brings dilemma, brings problem, stuck on, where stuck, where are
      stuck, what stuck, where you re stuck, where you are stuck, where we re stuck, what s stuck,
      one ask, asks and offers, ask and offer, asks offers, give and get, gives and gets, help each
      other, support each other, help one another, support one another, advise each other, advise
      one another, coach each other, mentor each other, each other s careers, each other s career,
      each other s work, career question, career questions, career decisions, case owner, case
      giver, problem owner, presenting case, issue holder, focus person, peers consult, bring
      something, brings something, bring whatever, stuck with, wants help, want help with, need help
      with, ask group, asks group, something you want, thing you want to work on, want to work on,
      question you have, questions we carry, open issue, live issue, live issues, real issue, real
      issues, current challenge, current challenges, current dilemma, present a case, presents case,
      share a case, shares case, share struggles, struggles, wobbles, sounding board, thinking out
      loud, feedback from peers, honest feedback, constructive feedback, ask help, asks help, ask
      for help, moral support, cheerleading, cheerleaders, what got in the way, got in way, what s
      in the way, frank feedback, candid feedback, honest opinions,
      unstuck, where they re stuck, where they are stuck, where she is stuck, where he is stuck,
      is stuck, brings where, what s hard, what is hard right now, brings what, dilemmas,
      one dilemma, brings live, live case, real case, real cases, before anyone advises
    `,
  },
};
