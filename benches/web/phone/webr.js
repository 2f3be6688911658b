// The number of the first view on webR, and nothing else.

const { WebR } = await import('./webr.js');
const webR = new WebR({ baseUrl: new URL('.', location.href).href, interactive: false });
const [text] = await Promise.all([fetch('units.csv').then((answer) => answer.text()), webR.init()]);
await webR.objs.globalEnv.bind('text', text);
const missed = await webR.evalRNumber(`
  units <- read.csv(text = text)
  100 * (1 - sum(units$in_need[units$percent <= 20]) / sum(units$in_need))`);
document.querySelector('#answer').textContent = `${missed.toFixed(1)}%`;
