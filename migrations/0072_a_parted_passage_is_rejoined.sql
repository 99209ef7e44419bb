-- 0072 a parted passage is rejoined
--
-- What was parted by hand can be put together again: each part knows which passage of the file it is of, and what stood between it
-- and the part before. What the file itself says is still never taken away.
alter table answering.passages
  add column origin int,                                                -- the position of the passage it was parted from
  add column gap text not null default '' check (length(gap) <= 20000); -- what stood between it and the part before
grant delete on answering.passages to kraftsam_app;
create policy only_a_part_goes on answering.passages as restrictive for delete using (origin is not null);

-- Svaret som helhet, as it was written on the page beside the passages and not yet taken.
alter table answering.readings add column whole jsonb;
grant update (whole) on answering.readings to kraftsam_app;
