// Writes the zip of a folder, for a test in another time zone: `node zip_here.mjs FOLDER SECONDS`.

import { zipOf } from '../../scripts/zip.mjs';

process.stdout.write(zipOf(process.argv[2], Number(process.argv[3])));
