import { ContractCard } from '@/components/card/ContractCard';
import { Ring } from '@/components/ring/Ring';
import { TimeBar } from '@/components/ring/TimeBar';
import { Avatar } from '@/components/ui/Avatar';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { Menu } from '@/components/ui/Menu';
import { Section } from '@/components/ui/Section';
import { TextField } from '@/components/ui/TextField';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import './gallery.css';
import { people, seatsOf } from './people.ts';

const [amira, bo, chen] = people;

const STEPS = [
  { id: 'a', name: 'Arrive', ms: 120_000 },
  { id: 'b', name: 'Time', ms: 180_000 },
  { id: 'c', name: 'Reports', ms: 720_000 },
  { id: 'd', name: 'Work', ms: 3_540_000 },
  { id: 'e', name: 'Contracts', ms: 540_000 },
  { id: 'f', name: 'Close', ms: 300_000 },
];

/** The screen of the design picture, built of the real parts, to hold beside it. */
export function SidebarSketch() {
  return (
    <main className="sketch">
      <header className="sketch-head">
        <div>
          <h1>Thursday circle</h1>
          <p>Meeting 4 · 6 here · Grace is away</p>
        </div>
        <IconButton icon="cover" label="Cover sidebar" />
        <Menu label="More" items={[{ label: 'Mute', icon: 'bell-off', onSelect: () => {} }]} />
        <IconButton icon="chevron" label="Collapse" />
      </header>
      <Ring
        seats={seatsOf(6, ['done', 'done', 'now'], [0.97, 0.85, 0.42])}
        centre={{ remainingMs: 342_000, totalMs: 590_000, label: 'Chen’s turn', over: false, soon: false }}
      />
      <div className="sketch-controls">
        <Button>Back</Button>
        <Button variant="primary">Next: Dana</Button>
        <Button>+1 min</Button>
        <IconButton icon="pause" label="Pause" className="button-quiet" />
      </div>
      <div className="sketch-where">
        <TimeBar steps={STEPS} nowId="d" done={0.46} />
        <p>
          <strong>Work</strong> <span>· 3 of 6 · 41 min left in all</span> <em>2 min behind, re-fitted</em>
        </p>
      </div>
      <div className="sketch-panel">
        <Section title="Contracts" aside="4 of 6 reported">
          <ul className="plain-list sketch-list">
            <li>
              <ContractCard
                member={amira}
                text="Send the aims page to two readers by Tuesday"
                state="kept"
                report="Kept it on Monday night. One reply so far."
              />
            </li>
            <li>
              <ContractCard
                member={bo}
                text="Say no to one committee"
                state="partly"
                report={'Said "not this term". Felt fine.'}
              />
            </li>
            <li>
              <ContractCard
                member={chen}
                text="Block two mornings for the resubmission"
                state="open"
                line="until 3 Dec · two weeks"
              />
            </li>
          </ul>
        </Section>
      </div>
      <footer className="sketch-foot">
        <Avatar initials="CW" hue={2} />
        <TextField label="New contract" hideLabel placeholder="New contract" value="" onChange={() => {}} />
        <Button>Add</Button>
      </footer>
    </main>
  );
}
