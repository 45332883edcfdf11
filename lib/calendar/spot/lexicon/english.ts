import type { Lexicon } from './lexicon.ts';

export const english: Lexicon = {
  stop: 's d l of the a an for and our my with to at',
  roles: {
    mentor: `
      ment mtoring comentor mentor mentoring mentorship mentee mentorring mentroing mentoing
    `,
    peer: 'peer nearpeer mutual reciprocal',
    circle: 'circ circle cirlce circel',
    group: `
      club huddle tribe trio quad triad group grp gr gp crew network gathering sisterhood collective
      squad
    `,
    coach: 'coach cocoaching coaching',
    accountability: `
      acctability accountabilibuddies accountability acountability accountabilty accountibility
      accountablity
    `,
    cohort: 'cohort',
    pod: 'pod',
    forum: 'forum',
    buddy: 'buddy buddies partners',
    writing: 'writing',
    theme: `
      women womxn woman ladies sisters latina latinx black bipoc stem faculty postdoc postdocs phd
      scientist researcher academic clinician physician nurse professor ecr pi trust support career
      wellbeing belonging lgbtq parent fellows
    `,
    neutral: `
      monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
      morning evening afternoon lunch weekly biweekly fortnightly monthly quarterly meeting session call
      catch catchup check up zoom online virtual hybrid room no number nr season term spring autumn fall
      winter summer week day new date time next link same re fwd fw invitation updated hold tentative
      rescheduled moved ext community regular recurring first second third us we i is be on in by from
      this that it
    `,
    secret: 'confidential confidentially confidentiality',
    promise: 'contract promise pledge commitment accountable',
    turn: 'airtime strokes hotseat timekeeper facilitates',
  },
  otherCircle: {
    before: `
      ops design cycle people talent brand content delivery secretariat rep policy legal security data
      platform infra advisory ai alumni anchor antarctic arctic art bereavement bird birth birthing
      bloomsbury book bread breathwork bridge business cacao cambridge ceo cfo chairman chalk cheese
      chess choir cio code coding coffee color colour columbus company conversation craft crochet crop
      customer customers dance dean debate debating developer developers director donor donors dress
      drum drumming dupont embroidery engineering english executive fairy faith family farmers fiddle
      finance founders french friends full gaming garden gardening general german giving golden google
      great grief growth guitar hand harp healing hr ice improvement inner innovation investment
      investor it kaizen kitchen knitting language lead leaders lending lions listening literary
      literature logan lunar magic mama mamas marketing masonic math maths meditation men mens meridian
      ministry mohr moon mothers neighbours operations outer oxford painting partner patron philosophy
      piccadilly pitch play poetry poets poker polar prayer president product quality queens quilting
      rainbow reading recovery red reiki research residents restorative robotics rotary royal safety
      sales sand sanskrit savings scott seed sentencing sewing shakespeare sharing sheridan silent
      singing sketch sketching social solar song spanish speakers spinning square stitching stone story
      storytelling study super supper tarot tea teaching tech tenants theatre thomas torah trading
      traffic turning ukulele unit upper vicious vienna virtuous washington weaving whisky wine winner
      winners writers yoga
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
      stay here, stays here, stays private, private space, in this room, nothing leaves, not for sharing,
      no minutes, no notes, off record, safe space, brave space, in confidence, said here stay,
      say here stay, shared here stay, stays in room, stays between us, what is said stays, no recording,
      no note bot, ground rules, vegas rule
    `,
    promise: `
      you would do, you d do, we d do, we said we, you said you, i said i, what next, set goals,
      share goals, goals write, goals writing, next step each, till next time, until next time,
      before next time, since last time, last time promise, commit to, accountability round,
      by next time, next two weeks, next 2 weeks, next 2 wks, last time commitment, contract yourself,
      last time contract, what you said you, what did you say, goal check, goals report, wins stuck
    `,
    turn: `
      report back, 15 each, 10 each, 20 each, 12 each, 13 each, per person, each person, no advice,
      no fixing, 120 n, appreciations, roses thorns, rose thorn, brags, taking it in turns,
      everyone gets time, round table check in, listening round, time slots, one hot seat,
      who goes first, talk time, speaking time, rotate host, rotating host, each of us, everyone get,
      everybody get, case each, commitment each, problem round, advice unless asked, min each, mins each,
      minute each, minutes each, each share, each get, turn each, one each, equal time, equal turns,
      hot seat, talking limit, asking time, ask time, how much time, however many, go round, round robin,
      taking turns, take turns, rotating facilitator, not advice
    `,
    strong: `
      peer ment circle, pm circle, learning set, al set, coaching triad, coaching trio, coaching pod,
      co coaching circle, peer mentor triad, lean in circle, action learning set, action learning group,
      writing accountability group, accountability writing group, mentoring pod, mentor pod, gps group,
      peer learning circle, mentoring dyad, mentoring triad, mentoring trio, peer dyad, peer triad,
      peer trio, peer support circle
    `,
    likely: `
      eot, other thursday, eo thursday, every other thurs, every other thu, every second thursday,
      every 2nd thursday, alternate thursday, alternate thursdays, master mind, co mentor, co mentors,
      mentor swap, sounding board group, gps meeting, writing acc group, acc group, acc buddies,
      p2p mentoring, goals problems solutions, hot seat group, stuck club, tenure club, peer clinic,
      mentor each other, mentor one another, coach each other, mentoring each other,
      support each other group, action learning, co coaching, mutual support group, learning trio,
      goal group, goals group, writing buddies, mentoring quad, pmc, p m c, w a g, g p group, c change,
      mastermind, every other thursday, wag, troika, lean in, wise crowds, hot seat circle, counterspace,
      group mentoring, co mentoring, comentoring, peer consultation, peer supervision, critical friends,
      brain trust, success team, peer advisory, promotion buddies, goal buddies, peer consultation group
    `,
    trap: `
      pmc 0, pod leads, mentoring literature, peer gynt, circleci, peer review, peer reviewed,
      peer reviewer, peer pressure, peering, peer to peer network, peer to peer lending, mentor mentee,
      mentee mentor, mentor lunch, mentor team, phd mentor, thesis mentor, mentoring plan,
      mentoring compact, peer tutoring, mentoring week, mentoring month, mentoring day, writing workshop,
      writing retreat, peer assessment, peer evaluation, peer feedback form, cohort study,
      cohort studies, cohort analysis, cohort data, cohort retention, cohort enrolment, birth cohort,
      patient cohort, validation cohort, longitudinal cohort, retention cohort, user cohort,
      trial cohort, forum romanum, user forum, developer forum, customer forum, citizen forum,
      business forum, economic forum, architecture forum, technology forum, operations forum, risk forum,
      security forum, governance forum, change forum, release forum, tenants forum, patient forum,
      internet governance forum, pod restart, pod restarts, kubernetes pod, k8s pod, proof delivery,
      product pod, feature pod, dev pod, growth pod, sales pod, platform pod, delivery pod,
      engineering pod, checkout pod, account pod, whale pod, airpod, pod sync, pod planning,
      mentor graphics, mutual fund, mutual insurance, mentor ohio, portability accountability,
      accountability office, accountability act, accountability committee, accountability report,
      accountability framework, accountability matrix, financial accountability,
      government accountability, public accountability, algorithmic accountability, buddy holly,
      dive buddy, onboarding buddy, new hire buddy, buddy check, pmc id, pmc deposit, pmc submission,
      pmc deadline, pmc vote, pmc compliance, apache pmc, pubmed central, project pmc, pmc bank,
      mastermind game, mastermind quiz, mastermind final, mastermind bbc, mastermind episode,
      mastermind webinar, taylor swift mastermind, wag the dog, troika restaurant, troika meeting eu,
      eu troika, imf troika, troika vodka, lean in lunch, lean in canvas, pair programming, pair review,
      pairs trading
    `,
    hard: `
      1 1, 1on1, 1o1, 121, one one, one on one, interview, interviewing, standup, stand up, all hands,
      allhands, town hall, townhall, sprint, scrum, review board, board review, cancelled, canceled,
      no circle, no mentoring, no pmc, no peer, skip level, out of office, ooo, birthday, appraisal,
      performance review
    `,
    about: `
      research meeting, launch event, programme launch, program launch, committee, steering, scheme,
      strategy, policy, toolkit, summit, gala, fundraiser, mixer, coordinating, webinar, info session,
      information session, info evening, training, train trainer, deadline, due date, submit, submission,
      prep, prepare, preparation, prework, planning, coordinator, coordination, coordinators,
      leads meeting, facilitator training, facilitators meeting, mentor training, mentor onboarding,
      orientation, keynote, lecture, seminar, symposium, registration, sign up, signup, application,
      apply, matching, survey, grant report, funding, recruitment, flyer, vendor, debrief, ceremony,
      graduation, expo, research study, board, council
    `,
    work: `
      stakeholder, managers, directors, workstream, enablement, gtm, qa, guild, users, department,
      division, regional, branch, team, staff, team lunch, payroll, court, hearing, study, retention,
      enrolment, enrollment, trial, pubmed, shift, helpline, sync, review, retro, retrospective, roadmap,
      backlog, release, deployment, deploy, incident, on call, oncall, ops, status, pipeline,
      quarterly business, qbr, kpi, okr, forecast, customer, client, sales, marketing, product,
      engineering, finance, legal, hr, procurement, lab meeting, group meeting, staff meeting,
      faculty meeting, department meeting, departmental, journal club, grand rounds, tumor board,
      thesis committee, team meeting, leadership team, project, working group, task force, trustee,
      shareholder, investor, data, analysis, audit, compliance, migration, integration, architecture,
      security, platform, kubernetes, cluster, test, build, billing, contract negotiation, office hours,
      tutorial, students, undergraduate, residents, intern, new hire, onboarding, tour, open house,
      open day, supervision, check in with manager, handover, rota, clinic, dentist, doctor, appointment,
      checkup, email, pay, drive, book room, module, class, demo, website, budget, pick up, pickup,
      drop off, q a, dinner, follow up email, write up, evaluation, panel, programme, program, course,
      reminder, remind, travel, newsletter, invoice, podcast, fair, reception
    `,
    topic: `
      episode, finale, match, holacratic, tensions, book, book club, novel, chapter, reading, poetry,
      knitting, sewing, quilting, drum, drumming, guitar, choir, band, jam, singing, dance, dancing,
      yoga, pilates, meditation, reiki, breathwork, tarot, moon, prayer, bible, church, parish,
      fellowship church, kids, kindergarten, preschool, nursery, toddler, baby, pta, soccer, football,
      running, cycling, hiking, dive, swim, gym, fitness, game, gaming, dungeons, chess, quiz, trivia,
      wine, film, movie, concert, theatre, theater, opera, tickets, garden, gardening, neighbourhood,
      neighborhood, tenants, holacracy, sociocracy, usdc, stablecoin, crypto, wedding, party, barbecue,
      bbq, pub, happy hour, dog, walk, racing, language exchange, toastmasters, rotary, grief,
      bereavement, recovery, cancer support, alcoholics, creative writing, songwriting, screenwriting,
      fiction
    `,
  },
};
