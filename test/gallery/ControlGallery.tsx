import { useState } from 'react';
import { Avatar } from '@/components/ui/Avatar';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { Dialog } from '@/components/ui/Dialog';
import { Disclosure } from '@/components/ui/Disclosure';
import { EmptyState } from '@/components/ui/EmptyState';
import { Icon, iconNames } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { LiveRegion } from '@/components/ui/LiveRegion';
import { Menu } from '@/components/ui/Menu';
import { Notice } from '@/components/ui/Notice';
import { NumberField } from '@/components/ui/NumberField';
import { ProgressBar } from '@/components/ui/ProgressBar';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { Skeleton } from '@/components/ui/Skeleton';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import { useToast } from '@/components/ui/ToastProvider';
import { people } from './people.ts';

const MEMBERS = [
  { value: 'amira', label: 'Amira Said' },
  { value: 'bo', label: 'Bo Olsen' },
] as const;

/** Every control, live. What happened last stands in the paragraph `#said`. */
export function ControlGallery() {
  const toast = useToast();
  const [said, setSaid] = useState('Nothing yet');
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const [minutes, setMinutes] = useState<number | undefined>(10);
  const [member, setMember] = useState<(typeof MEMBERS)[number]['value']>('amira');
  const [onlyMe, setOnlyMe] = useState(true);
  const [sheet, setSheet] = useState<'none' | 'dialog' | 'confirm'>('none');
  const close = () => setSheet('none');
  return (
    <Section title="Controls">
      <p id="said">{said}</p>
      <LiveRegion message={said} />
      <div className="gallery-row">
        <Button variant="primary">Next: Dana</Button>
        <Button>Back</Button>
        <Button icon="plus">Add a minute</Button>
        <Button variant="plain">Copy summary</Button>
        <Button variant="danger" icon="trash" onClick={() => setSheet('confirm')}>
          Delete this circle
        </Button>
        <Button variant="primary" busy onClick={() => setSaid('Busy pressed')}>
          Import
        </Button>
        <Button disabled>Not now</Button>
        <Button size="small">Pass</Button>
        <IconButton icon="pause" label="Pause" />
        <IconButton icon="bell" label="Mute" pressed />
        <Menu
          label="More"
          items={[
            { label: 'Copy', icon: 'copy', onSelect: () => setSaid('Copy') },
            { label: 'Cover', icon: 'cover', onSelect: () => setSaid('Cover') },
            { label: 'Share', icon: 'people', disabled: true, onSelect: () => setSaid('Share') },
            { label: 'Delete', icon: 'trash', danger: true, apart: true, onSelect: () => setSaid('Delete') },
          ]}
        />
        <Button onClick={() => setSheet('dialog')}>Open dialog</Button>
        <Button
          onClick={() =>
            toast({
              text: 'Contract added',
              action: { label: 'Undo', onAction: () => setSaid('Undone') },
              stayMs: 1_500,
            })
          }
        >
          Add contract
        </Button>
      </div>
      <div className="gallery-grid">
        <TextField label="New contract" value={text} onChange={setText} placeholder="What will you do?" />
        <TextField
          label="Calendar feed address"
          value="ftp://example.org"
          onChange={() => {}}
          problem="This address does not begin with https or webcal."
          hint="Begins with https or webcal"
        />
        <TextArea label="Notes" value={note} onChange={setNote} onSubmit={() => setSaid(`Sent ${note}`)} />
        <NumberField
          label="Minutes for Dana"
          value={minutes}
          onChange={setMinutes}
          min={2}
          max={60}
          unit="min"
        />
        <Select label="Member" value={member} options={MEMBERS} onChange={setMember} />
        <Checkbox checked={onlyMe} onChange={setOnlyMe}>
          Only me
        </Checkbox>
        <ProgressBar label="Reading your calendar" value={3200} max={10000} words="3,200 of 10,000 events" />
        <Disclosure title="Why equal time?">
          <p>So that quiet voices are heard too.</p>
        </Disclosure>
        <Skeleton />
        <Notice
          kind="problem"
          title="This file could not be read to its end."
          kept="The 312 meetings before that are here."
          todo="Save the file from your calendar again and drop it here."
          actions={<Button size="small">Try again</Button>}
          onClose={() => {}}
        />
        <Notice kind="info" title="Only on your screen" todo="Share the circle when everyone is ready." />
        <div className="gallery-panel">
          <EmptyState
            icon="people"
            title="Your circles live here"
            step={<Button variant="primary">New circle</Button>}
          >
            Drop a calendar file, and we look for the circle in it.
          </EmptyState>
        </div>
      </div>
      <div className="gallery-row">
        {people.map((person) => (
          <Avatar
            key={person.id}
            initials={person.initials}
            hue={person.hue}
            name={person.name}
            size="large"
          />
        ))}
      </div>
      <div className="gallery-row">
        {iconNames.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </div>
      <Dialog
        open={sheet === 'dialog'}
        onClose={close}
        title="Earlier wordings"
        actions={
          <Button variant="primary" onClick={close}>
            Done
          </Button>
        }
      >
        <p>Send the aims page to one reader.</p>
      </Dialog>
      <ConfirmDialog
        open={sheet === 'confirm'}
        danger
        title="Delete this circle?"
        confirm="Delete for good"
        onCancel={close}
        onConfirm={() => {
          setSaid('Deleted');
          close();
        }}
      >
        Its meetings and contracts leave this computer. This cannot be undone.
      </ConfirmDialog>
    </Section>
  );
}
