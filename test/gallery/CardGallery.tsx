import { useState } from 'react';
import { CircleCard } from '@/components/card/CircleCard';
import { ContractCard } from '@/components/card/ContractCard';
import { MeetingCard } from '@/components/card/MeetingCard';
import { MemberCheck, MemberChip } from '@/components/card/MemberChip';
import { OutcomeButtons } from '@/components/card/OutcomeButtons';
import { OutcomeRadios } from '@/components/card/OutcomeRadios';
import type { ContractState, OutcomeChoice } from '@/components/card/outcome-look';
import { Button } from '@/components/ui/Button';
import { Menu } from '@/components/ui/Menu';
import { Section } from '@/components/ui/Section';
import { TextArea } from '@/components/ui/TextArea';
import { people } from './people.ts';

const STATES: readonly ContractState[] = [
  'kept',
  'partly',
  'notYet',
  'released',
  'renegotiated',
  'open',
  'notReported',
];

const [amira, bo, chen] = people;

/** Contracts in every state, circles, meetings, members. */
export function CardGallery() {
  const [outcome, setOutcome] = useState<OutcomeChoice>();
  const [report, setReport] = useState('');
  const [here, setHere] = useState(true);
  return (
    <Section title="Cards">
      <div className="gallery-grid">
        <div className="gallery-panel">
          <ul className="plain-list sketch-list" aria-label="Contracts">
            {STATES.map((state, index) => (
              <li key={state}>
                <ContractCard
                  member={people[index]}
                  showName={index > 4}
                  text="Send the aims page to two readers by Tuesday"
                  state={state}
                  report={index < 2 ? 'On Monday night. One reply so far.' : undefined}
                  line={state === 'open' ? 'until 3 Dec · two weeks' : undefined}
                  actions={
                    index === 5 ? (
                      <Menu
                        label="More for this contract"
                        size="small"
                        items={[
                          { label: 'Edit', icon: 'edit', onSelect: () => {} },
                          { label: 'Delete', icon: 'trash', danger: true, apart: true, onSelect: () => {} },
                        ]}
                      />
                    ) : undefined
                  }
                />
              </li>
            ))}
          </ul>
        </div>
        <div className="gallery-panel">
          <ContractCard
            member={amira}
            group
            text="Ask Professor Lindqvist for twenty minutes about the second reviewer, before the end of term"
            line="until 3 Dec · two weeks"
          >
            <OutcomeRadios value={outcome} onChange={setOutcome} />
            <TextArea label="Report" value={report} onChange={setReport} rows={2} />
          </ContractCard>
          <ContractCard group onlyMe text="Stop at six on Wednesdays" line="for as long as it holds">
            <OutcomeButtons onChoose={setOutcome} />
          </ContractCard>
        </div>
        <CircleCard
          name="Thursday circle"
          level={3}
          line="every second Thursday · 6 people"
          members={people.slice(0, 7).map((person, index) => ({ ...person, away: index === 6 }))}
          menu={
            <Menu
              label="More for Thursday circle"
              items={[{ label: 'Rename', icon: 'edit', onSelect: () => {} }]}
            />
          }
          actions={
            <>
              <Button variant="primary">Open</Button>
              <Button icon="people">Invite</Button>
            </>
          }
        >
          <p>Next meeting on Thursday 3 December. Three contracts are open.</p>
        </CircleCard>
        <MeetingCard
          title="Thursday circle"
          when="Thursday 3 December, 16:00–17:30"
          whenIso="2026-12-03T15:00:00Z"
          line="meeting 5 · in two days"
          badge="soon"
          actions={<Button variant="primary">Join</Button>}
        />
        <div className="gallery-row">
          {chen ? <MemberChip member={chen} isMe word="timekeeper" /> : null}
          {bo ? <MemberChip member={bo} away /> : null}
          {amira ? <MemberCheck member={amira} checked={here} onChange={setHere} /> : null}
          {bo ? <MemberCheck member={bo} checked={false} onChange={() => {}} /> : null}
        </div>
      </div>
    </Section>
  );
}
