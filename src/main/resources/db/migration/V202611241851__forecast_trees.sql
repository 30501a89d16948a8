-- A model may have trees on top of its logit.
alter table nurt.forecast_model drop constraint forecast_model_tier_check;
alter table nurt.forecast_model add constraint forecast_model_tier_check
    check (tier in ('prior', 'stage_age', 'logit', 'boosted'));
