-- The merge of companies that ended a state of an invoice, so that the merge can be taken back.
alter table nurt.invoice_past add column ended_by uuid;
