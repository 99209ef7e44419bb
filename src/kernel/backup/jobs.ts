/**
 * The queue in a backup: the jobs that wait, as jobs and not as tables, so that another version of the queue can take them.
 * One that was being done when the backup was taken is done again after a restore. One that has failed for good is left.
 */

import type pg from 'pg'
import { z } from 'zod'

export const waitingJob = z.object({
  task: z.string(),
  payload: z.unknown(),
  queue: z.string().nullable(),
  runAt: z.string(),
  maxAttempts: z.number(),
  key: z.string().nullable(),
  priority: z.number(),
})
export type WaitingJob = z.output<typeof waitingJob>

export async function listWaitingJobs(client: pg.ClientBase): Promise<WaitingJob[]> {
  const { rows } = await client.query<{ job: unknown }>(
    `select json_build_object('task', t.identifier, 'payload', j.payload, 'queue', q.queue_name, 'runAt', j.run_at,
       'maxAttempts', j.max_attempts, 'key', j.key, 'priority', j.priority) as job
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
     where j.attempts < j.max_attempts order by j.id`,
  )
  return rows.map(({ job }) => waitingJob.parse(job))
}

export async function addJobs(client: pg.ClientBase, jobs: readonly WaitingJob[]): Promise<void> {
  for (const { task, payload, queue, runAt, maxAttempts, key, priority } of jobs)
    await client.query(
      `select graphile_worker.add_job($1, $2::json, queue_name => $3, run_at => $4::timestamptz, max_attempts => $5::int,
         job_key => $6, priority => $7::int)`,
      [task, JSON.stringify(payload), queue, runAt, maxAttempts, key, priority],
    )
}
