// What this page can't do without, asked before anything is loaded.
{
  const status = document.getElementById('status');
  if (location.protocol === 'file:') {
    status.textContent = 'This page was opened from a file, which browsers give no scripts to: run "pix2pix serve" with this folder and open the address that it prints.';
  } else if (typeof WebAssembly === 'undefined') {
    status.textContent = 'WebAssembly is switched off in this browser, and the generator needs it: switch it on, or open the page in another browser.';
  }
}
