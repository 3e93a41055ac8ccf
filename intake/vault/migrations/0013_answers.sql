-- The last answers to questions about many cases (지닌 답): numbers only. All of them go as soon as
-- anything is said of any case that tables count by, and with every case that is destroyed.
create table c_answer (
  question  blob primary key,
  claim     blob,
  answer    text
);
