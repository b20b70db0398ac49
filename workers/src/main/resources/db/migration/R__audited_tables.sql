-- Runs with every start (${flyway:timestamp}): each table is audited, but for those that are no decisions of people:
-- what waits for the engine, what the engine did, ledgers that keep their own history, log ins, and what people
-- wrote in tasks and messages, which has to go when its customer wants to be forgotten.
drop trigger if exists audited on message;
drop trigger if exists audited on task_completion;
do $$
declare
  audited text;
begin
  for audited in
    select c.relname from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and c.relname <> all (array['flyway_schema_history', 'audit_entry', 'outbox', 'engine_event', 'projection_cursor',
        'engine_model', 'process_instance', 'element_position', 'flow_taken', 'incident', 'decision_made',
        'decision_fault', 'model_content', 'human_task',
        'task_completion', 'message', 'stock_movement', 'stock_request', 'order_event', 'webhook_inbox', 'wati_event',
        'login_code', 'product_photo',
        'customer_session', 'staff_session', 'driver_position'])
      and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'audited')
  loop
    execute format(
      'create trigger audited after insert or update or delete on %I for each row '
        || 'when (current_setting(''orchard.acting'', true) <> '''') execute function keep_in_audit()',
      audited);
  end loop;
end $$;
