-- Which decisions a model holds, so that nobody searches its text for them whenever something is decided
alter table engine_model add decisions text[] not null default '{}';

create function decisions_in(content text) returns text[] language sql immutable as $$
  select array(select found[1] from regexp_matches(content, '<(?:\w+:)?decision\s[^>]*?\mid=["'']([^"'']+)["'']', 'g') found)
$$;

update engine_model set decisions = decisions_in(content) where kind = 'DECISION_REQUIREMENTS';

create function note_decisions() returns trigger language plpgsql as $$
begin
  new.decisions := decisions_in(new.content);
  return new;
end $$;

create trigger decisions_noted before insert or update of content on engine_model
  for each row when (new.kind = 'DECISION_REQUIREMENTS') execute function note_decisions();
