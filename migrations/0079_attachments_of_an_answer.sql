-- 0079 attachments of an answer
--
-- Bilagor till ett svar som kom med e-post: at which question of files each of the message's other files is put, as it was last
-- said on the page. They are part of the answer when it is taken, and registered with the message.
alter table answering.readings add column attachments jsonb not null default '[]';
grant update (attachments) on answering.readings to kraftsam_app;
