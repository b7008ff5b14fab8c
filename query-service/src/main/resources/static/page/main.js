import './shell/shell.js';
