/** A tile of a store listing: the icon, the name and one line, in the product's colours. `height` in px. */
export const tile = (icon: string, height: number): string => `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; height: 100vh; display: grid; grid-template-columns: auto auto; place-content: center; align-items: center;
  gap: ${height / 12}px; background: #fbfaf6; color: #26303a; font-family: system-ui, sans-serif; }
svg { width: ${height * 0.42}px; height: ${height * 0.42}px; }
h1 { margin: 0; font-size: ${height / 9}px; } p { margin: .4em 0 0; font-size: ${height / 17}px; color: #4d5963; max-width: 15em; }
</style>${icon.replace(/<title>.*?<\/title>/, '')}<div><h1>Circlekeeper</h1><p>Fair time, kept promises: peer mentoring circles beside your call</p></div>`;
