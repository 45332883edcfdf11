/** Two soft tones, made on the spot: no sound file, nothing to load. */
let audio: AudioContext | undefined;

/** Must be called in a click: a frame's audio stays silent until somebody pressed something in it. */
export function unlockChime(): void {
  audio ??= new AudioContext();
  void audio.resume();
}

/** Rings gently: once for the last minute, twice for the end. Silent where no click has allowed sound. */
export function chime(kind: 'soon' | 'over'): void {
  if (audio?.state !== 'running') return;
  const start = audio.currentTime + 0.05;
  const notes = kind === 'soon' ? [659.25] : [659.25, 523.25];
  for (const [i, frequency] of notes.entries()) ring(audio, frequency, start + i * 0.45);
}

function ring(context: AudioContext, frequency: number, at: number): void {
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
}
