// Serves the built page for the end-to-end tests as a site does that uses the settings in deploy/: whatever a test clicks
// is clicked under the policy that is shipped.   node tests/e2e/support/serve.mjs FOLDER PORT

import { host } from './host.mjs';
import { shippedHeaders } from './shipped.mjs';

const [folder, port] = process.argv.slice(2);
await host({ folder, port: Number(port), headers: shippedHeaders });
