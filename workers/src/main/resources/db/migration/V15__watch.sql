-- For how long things may stay as they are before somebody should look, and what that somebody should do.
-- A step is named by its element, else by the type of its element, else it is ANY; the others are kinds of trouble.
create table patience (
  what text primary key,
  counts_from text not null check (counts_from in ('ENTERED', 'SLOT_START', 'SLOT_END', 'PAYMENT_EXPIRY')),
  seconds int not null check (seconds >= 0),
  advice text not null
);

insert into patience values
  ('ANY', 'ENTERED', 600, 'Open the order and look at its diagram.'),
  ('SERVICE_TASK', 'ENTERED', 300,
    'The software does this by itself within seconds. See whether the application and the engine run; if they do, open the order and look at its history.'),
  ('USER_TASK', 'ENTERED', 86400, 'Somebody has to do this: look into the inbox.'),
  ('userTask_packOrder', 'SLOT_END', 0, 'Its delivery time is over and it is not packed: pack it or cancel it.'),
  ('receiveTask_awaitDispatch', 'SLOT_END', 0,
    'Its delivery time is over and nobody brings it: see whether its run was approved and its tour started, and call the customer.'),
  ('gateway_lastOrderOrPlanNow', 'SLOT_START', 0,
    'The run should be planned by now. See whether the engine runs; open the run and plan it.'),
  ('userTask_approveRun', 'SLOT_END', 0, 'The delivery time is over and the run was not approved: approve it, and call the customers.'),
  ('userTask_startTour', 'SLOT_END', 0, 'The delivery time is over and the tour did not start: call the driver.'),
  ('receiveTask_awaitReturn', 'SLOT_END', 14400, 'The driver did not come back: call the driver, and end the open stops.'),
  ('userTask_deliverOrder', 'SLOT_END', 7200,
    'The driver did not say how it went: call the driver, then complete the task.'),
  ('gateway_preparationOrReschedule', 'SLOT_START', 0,
    'Its preparation should have begun. See whether the engine runs, then open the order.'),
  ('catchEvent_preparationStarts', 'SLOT_START', 0,
    'Its preparation should have begun. See whether the engine runs, then open the order.'),
  ('gateway_answerOrSilence', 'ENTERED', 259200, 'Call the customer and ask: come again, or money back?'),
  ('receiveTask_awaitPayment', 'PAYMENT_EXPIRY', 600,
    'The time to pay is over and the order did not expire. See whether the engine runs.'),
  ('NO_PROCESS', 'ENTERED', 120,
    'See whether the engine runs: the order goes on by itself when it does. If it runs, cancel the order and ask the customer to order again.'),
  ('PROCESS_ENDED', 'ENTERED', 120,
    'Nothing will go on by itself. Open the order, see how far it came, and finish it by hand with the customer.'),
  ('PROCESS_GOES_ON', 'ENTERED', 120,
    'Do not do this task. Open the order and see which of the two is true.'),
  ('COMMAND', 'ENTERED', 120,
    'It is tried again by itself. If the engine runs and this stays, give the sentence to whoever looks after the software.'),
  ('PAYMENT', 'PAYMENT_EXPIRY', 900,
    'Look at the payment on the dashboard of the payment gateway, and see whether the gateway can be reached.'),
  ('REFUND', 'ENTERED', 3600, 'Look at the refund on the dashboard of the payment gateway, or give the money back by hand.'),
  ('MESSAGE', 'ENTERED', 900, 'Call the customer if it matters, and see whether the message provider can be reached.');

create index element_position_active on element_position (entered_at) where state = 'ACTIVE';
create index sales_order_open on sales_order (placed_at)
  where status not in ('DELIVERED', 'RETURNED', 'CANCELLED', 'EXPIRED');
create index payment_unsettled on payment (expires_at) where state in ('CREATED', 'PENDING', 'ERRORED', 'UNKNOWN');
create index payment_refund_unsettled on payment_refund (requested_at) where state in ('REQUESTED', 'UNKNOWN', 'FAILED');
