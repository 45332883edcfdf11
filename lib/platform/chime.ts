/** Two soft tones, made on the spot: no sound file, nothing to load. */
let audio: AudioContext | undefined;

/** Must be called in a click: a frame's audio stays silent until somebody pressed something in it. */
export function unlockChime(): void {
  audio ??= new AudioContext();
  void audio.resume();
}

/** Whether a click has allowed sound. */
export const isChimeReady = (): boolean => audio?.state === 'running';

/** Once for the last minute, twice for the end. */
export type ChimeKind = 'soon' | 'over';

/** A chime that was set ahead. */
export interface PlannedChime {
  /** How long until it rings, ms, by the audio clock, which stands still while the computer sleeps; 0 once it has begun. */
  leftMs(): number;
  /** Calls it off, also while it sounds. */
  cancel(): void;
}

/**
 * Sets a gentle chime to ring after `inMs`, to the moment also in a hidden tab: the audio clock counts, not the page's
 * timers. Null where no click has allowed sound.
 */
export function planChime(kind: ChimeKind, inMs: number): PlannedChime | null {
  const context = audio;
  if (context?.state !== 'running') return null;
  const start = context.currentTime + Math.max(0.05, inMs / 1000);
  const notes = kind === 'soon' ? [659.25] : [659.25, 523.25];
  const tones = notes.map((frequency, index) => ring(context, frequency, start + index * 0.45));
  return {
    leftMs: () => Math.max(0, (start - context.currentTime) * 1000),
    cancel() {
      for (const tone of tones) tone.disconnect();
      for (const tone of tones) tone.stop();
    },
  };
}

/** Rings after `inMs`, as {@link planChime}. @returns the function that calls it off. */
export function chimeLater(kind: ChimeKind, inMs: number): () => void {
  return planChime(kind, inMs)?.cancel ?? (() => {});
}

function ring(context: AudioContext, frequency: number, at: number): OscillatorNode {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.type = 'sine';
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.12, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 1.4);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + 1.5);
  return tone;
}
