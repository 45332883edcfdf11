import { useState } from 'react';

/**
 * The words of a field that is kept as one leaves it. Until something is typed it shows what is stored, also when another
 * window changes that meanwhile: so leaving a field that nobody touched never puts old words over new ones. What is being
 * typed stays until it is what is stored.
 */
export function useTyped(stored: string): [text: string, setText: (text: string) => void] {
  const [typed, setTyped] = useState<string | null>(null);
  if (typed !== null && typed === stored) setTyped(null);
  return [typed ?? stored, setTyped];
}
