/** Hands a text to the browser as a download. @param type its MIME type. */
export function saveFile(name: string, text: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the bytes by the time a minute is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
