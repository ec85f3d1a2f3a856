import { demoCases } from '../../tools/demo/demoCases'
import { Driver } from '../support/driver'

/** What `npm start` shows on a first start: the story is told to the end, and every persona finds something to look at. */
test('the demonstration tells its story through the real functions', async () => {
  const driver = await Driver.start()
  try {
    await demoCases(driver.url)
    const company = await driver.as('company')
    const { rows } = await company.call('applicant', 'cases', {})
    expect(rows.map(({ status }) => status).sort()).toEqual(['planning', 'remedying'])
    const neighbour = await (await driver.as('neighbour')).call('applicant', 'cases', {})
    expect(neighbour.rows.map(({ standing }) => standing).sort()).toEqual(['kept', 'overdue'])
    for (const persona of ['manager', 'reviewer', 'supervisor'] as const) {
      const { rows: tasks } = await (await driver.as(persona)).call('staff', 'tasks', {})
      expect(tasks.length).toBeGreaterThan(0)
    }
  } finally {
    await driver.stop()
  }
})
