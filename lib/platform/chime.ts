/** Two soft tones, made on the spot: no sound file, nothing to load. */
let audio: AudioContext | undefined;

/** Must be called in a click: a frame's audio stays silent until somebody pressed something in it. */
export function unlockChime(): void {
  audio ??= new AudioContext();
  void audio.resume();
}

/** Whether a click has allowed sound. */
export const isChimeReady = (): boolean => audio?.state === 'running';

/** Rings gently: once for the last minute, twice for the end. Silent where no click has allowed sound. */
export function chime(kind: 'soon' | 'over'): void {
  chimeLater(kind, 0);
}

/**
 * Rings after `inMs`, to the moment also in a hidden tab: the audio clock counts, not the page's timers.
 * @returns the function that calls it off.
 */
export function chimeLater(kind: 'soon' | 'over', inMs: number): () => void {
  const context = audio;
  if (context?.state !== 'running') return () => {};
  const start = context.currentTime + Math.max(0.05, inMs / 1000);
  const notes = kind === 'soon' ? [659.25] : [659.25, 523.25];
  const tones = notes.map((frequency, index) => ring(context, frequency, start + index * 0.45));
  return () => {
    for (const tone of tones) tone.disconnect();
    for (const tone of tones) tone.stop();
  };
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
