-- 0085 summary on the agenda
--
-- The summary of the memo stands on the agenda and in the minutes (I-14): taken from the memo among the item's papers when they are
-- put there, and as it was when the item was decided. Plain words, with a blank line between paragraphs.
alter table meetings.items add column summary text; -- sammanfattning
