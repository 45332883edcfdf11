import { all, choose, fill, first, go, press, type Reach, type Screen, unfold } from './screen.ts';

const DEMO = 'home.html?demonstration';
const SECTIONS = ['circles', 'contracts', 'goals', 'network', 'insights', 'formats'];
const PLACES = ['speed', 'speed/new', 'mine', 'office', 'plan', 'network/reflection', 'contracts/sheet'];
const STEPS = ['leave', 'close', 'year', 'pulse', 'milestones', 'report'];

/** In the section of that name. */
const inSection = (section: string, name: string, reach: Reach): Screen => ({
  name: `${section}: ${name}`,
  holding: 'nothing',
  at: `${DEMO}#/${section}`,
  reach,
});

/** On the circle's page, or that of a step of it. */
const inCircle = (name: string, reach: Reach, step = ''): Screen => ({
  ...inSection('circles', name, all(first('circles', step), reach)),
  inPart: reach !== unfold,
});

const circle: readonly Screen[] = [
  inSection('circles', 'one', first('circles')),
  ...STEPS.map((step) => inSection('circles', step, first('circles', `/${step}`))),
  inCircle('what can be done with one', press('More for Tuesday circle')),
  inCircle('renaming', choose('More for Tuesday circle', 'Rename')),
  inCircle('another time', press('Find another time')),
  inCircle('a thought taken up', press(/^Taken up: /)),
  inCircle('a member more', press('Add a member')),
  inCircle('a member changed', choose('More for Emeka Kalu', 'Change name')),
  inCircle('a member come back', press('Hana Sato came back')),
  inCircle('a milestone more', press('Add a milestone')),
  inCircle('something shared', press('Add something shared')),
  inCircle('an offer or a wish', press('Add an offer or a wish')),
  inCircle('whom one lacks', press('Add whom you lack')),
  inCircle('somebody comes to mind', press(/^Somebody comes to mind/)),
  inCircle('the focus', press('Change: Our focus')),
  inCircle('the agreement', press('Change: What you agreed on')),
  inCircle('a report', choose(/^More for: Call my mentor/, 'Report')),
  inCircle('renegotiating', choose(/^More for: Call my mentor/, 'Renegotiate')),
  inCircle('other words', choose(/^More for: Call my mentor/, 'Change the words')),
  inCircle('erasing a contract', choose(/^More for: Call my mentor/, 'Erase')),
  inCircle('a past meeting more', press('Add a past meeting')),
  inCircle('a private note', choose(/^More for the meeting of/, 'Write a private note')),
  inCircle('correcting a meeting', choose(/^More for the meeting of/, 'Correct')),
  inCircle('how one meets', press('Change: How you meet')),
  inCircle('a break', press('Plan a break')),
  inCircle('a link more', press('Add a link')),
  inCircle('all folds open', unfold),
  inCircle('before leaving', press('Leave the circle'), '/leave'),
  inCircle('before closing', press('Close the circle'), '/close'),
  inCircle('the seven questions', press('Answer the seven questions'), '/pulse'),
  inCircle('answers as a table', unfold, '/pulse'),
  inCircle('erasing answers', all(unfold, press(/^Erase my answers/)), '/pulse'),
  inCircle('a milestone changed', choose(/^More for My first paper/, 'Change'), '/milestones'),
  inCircle('erasing a milestone', choose(/^More for My first paper/, 'Erase'), '/milestones'),
  inCircle('who may tell of a milestone', unfold, '/milestones'),
  inCircle('of all milestones what may be told', press('What may be told outside'), '/milestones'),
];

const rest: readonly Screen[] = [
  ...[...SECTIONS, ...PLACES].map((place) => ({
    name: `${place}`,
    holding: 'nothing' as const,
    at: `${DEMO}#/${place}`,
  })),
  inSection('circles', 'one being made', press('New circle')),
  inSection('circles', 'one that is not there', go('#/circles/nobody')),
  inSection(
    'contracts',
    'more for one',
    all(fill('New contract', 'Call Ruth'), press('More for this contract')),
  ),
  inSection('contracts', 'patterns', press('My own patterns')),
  inSection('contracts', 'one written', all(fill('New contract', 'Call Ruth'), press('Add contract'))),
  inSection('contracts', 'earlier reports', unfold),
  inSection('goals', 'one', first('goals')),
  inSection('goals', 'one reached', choose(/^More for: Have the promotion/, 'Reached')),
  inSection('goals', 'erasing one', choose(/^More for: Have the promotion/, 'Erase')),
  inSection('goals', 'nothing written', press('Add goal')),
  inSection('goals', 'beginnings', unfold),
  inSection('network', 'one', all(first('network'), unfold)),
  inSection('network', 'somebody more', press('Add somebody')),
  inSection('network', 'as a list', async (page) => {
    await page.getByRole('radio', { name: 'List' }).focus();
    await page.keyboard.press('Space');
  }),
  inSection('network', 'what can be done with one', all(first('network'), press(/^More for /))),
  inSection('network/reflection', 'begun', press('Begin')),
  inSection('insights', 'every table', unfold),
  inSection('formats', 'for which circle', press('Use for a circle: Peer Mentoring Circle')),
  inSection('formats', 'one of my own', press('Make it my own: Peer Mentoring Circle')),
  inSection('formats', 'one that is not there', go('#/formats/nothing')),
  inSection('mine', 'erasing one', choose(/^More for “Emeka/, 'Erase')),
  inSection('plan', 'begun', press('Begin my plan')),
  inSection('speed/new', 'too few', all(fill('Who comes', 'Ana\nBo'), press('Draw the pairs'))),
  inSection('speed/new', 'own minutes', unfold),
  inSection(
    'speed/new',
    'drawn',
    all(
      fill('Name of the event', 'Autumn workshop'),
      fill('Who comes', 'Ana\nBo\nChen\nDana\nEve\nFinn\nGita\nHugo'),
      press('Draw the pairs'),
    ),
  ),
  inSection('speed', 'an event', first('speed')),
];

/** Home with an invented year in it, which stands in a database of its own. */
export const YEAR_SCREENS: readonly Screen[] = [...circle, ...rest].map((one) => ({
  ...one,
  name: `a year, ${one.name}`,
}));
