/**
 * The tier of every folder of tests. `fast` reaches no process, no built file and no engine; `backend` runs built functions,
 * hosts and the reading engine; `journeys` opens pages in a browser. test/architecture holds that each folder is in one of them.
 */
module.exports = {
  fast: ['architecture', 'certificates', 'device', 'flow', 'ledgers', 'rules', 'typed'],
  backend: ['conformance', 'functions', 'local', 'outbox', 'reading', 'record', 'tools', 'torture'],
  journeys: ['browser', 'e2e', 'pages', 'weapp-host'],
}
