// Runs only in browsers that know no modules, and so cannot run the page.
document.getElementById('cannot-start').hidden = false;
