-- Why: second factors are stored encrypted from now on ("v1:..."); each start encrypts those that are not yet.
create function nurt.unsealed_second_factors()
    returns table (workspace_id uuid, user_id uuid)
    language sql stable security definer set search_path = nurt, pg_temp
as $$ select workspace_id, id from nurt.app_user where totp_secret is not null and totp_secret not like 'v1:%' $$;
