import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { chromiumFlags, chromiumPath } from '/work/main/scripts/browser.mjs';
const port=9913;
const srv=spawn('node',['tests/e2e/support/serve.mjs',process.env.DIST??'dist',String(port)],{cwd:'/work/main',stdio:'inherit'});
await new Promise(r=>setTimeout(r,1000));
const b=await chromium.launch({executablePath:await chromiumPath(),args:chromiumFlags()});
const base=`http://127.0.0.1:${port}/`;
for (const w of (process.env.W??'1280').split(',').map(Number)) for (const view of (process.argv[2]??'missed,strategies,population,gap,incentive,saved,site,data,about').split(',')) {
const page=await b.newPage({viewport:{width:w,height:800}});
await page.goto(base+'?view='+view);
await page.waitForLoadState('networkidle');
await page.waitForTimeout(2500);
if(process.env.CSS){const {readFileSync}=await import("node:fs");await page.evaluate(c=>{const s=new CSSStyleSheet();s.replaceSync(c);document.adoptedStyleSheets.push(s);document.querySelectorAll("svg.chart").forEach(s=>s.setAttribute("viewBox",`0 0 ${s.getAttribute("width")} ${s.getAttribute("height")}`));},readFileSync(process.env.CSS,"utf8"))};
await page.pdf({path:`/tmp/w/pdf/${view}-${w}.pdf`,format:'A4'});
await page.close();
}
await b.close(); srv.kill(); process.exit();
