-- In which language a member uses the platform, and in which one wants to be spoken to: ISO 639 codes.
alter table identity add column language varchar(10);
alter table profile add column language varchar(10);

-- Whether nobody is to read a need before both have said yes.
alter table statement add column discreet boolean default false not null;

-- Whether the helper is not to read the topic before both have said yes.
alter table introduction add column discreet boolean default false not null;
