"""Who gets what at every address. One row: address, what stands in it, then one cell for each role.

`ok` the page, `in` must sign in first, `go` sent on to another page, `no` refused with a reason, `--` not
there for this person, a number any other answer. A row that begins with POST is an address that only takes
what is sent: its cells answer an empty POST, and a GET is refused. Roles in the order of ROLES.
"""

from __future__ import annotations

from dataclasses import dataclass

ROLES = {
    "stranger": "",
    "producer": "lan",
    "other producer": "mai",
    "commune": "minh",
    "other commune": "sen",
    "province": "phuc",
    "secretary": "thu",
    "chair": "son",
    "member": "hoa",
    "member with conflict": "yen",
    "signer": "khanh",
    "leader": "dung",
    "operator": "kien",
}
"""Role to the person of the small province who has it.
Lan's cooperative is in Minh's commune, Mai's is in Sen's.
"""

TABLE = """
# For programs and search engines
healthz                               -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
api:openapi-json                      -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
api:products                          -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
api:product                           recognised        ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
api:certificate                       certificate       ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
api:certificate                       unknown           --  --  --  --  --  --  --  --  --  --  --  --  --
api:regulations                       -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
api:regulation                        decree            ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
api:rubric                            decree/set        ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
api:api-root                          -                 --  --  --  --  --  --  --  --  --  --  --  --  --
site:robots                           -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
site:sitemap                          -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
site:feeds_openapi                    -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
site:products_csv                     -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
site:products_geojson                 -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
site:products_jsonld                  -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
site:products_merchant                -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
site:producer_csv                     recogniser        ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
site:producer_merchant                recogniser        ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
site:producer_csv                     unknown           --  --  --  --  --  --  --  --  --  --  --  --  --
site:news_atom                        -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
site:digital_link                     unknown           --  --  --  --  --  --  --  --  --  --  --  --  --
site:badge                            recognised        ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
# The public site
catalogue:home                        -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:accessibility               -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:products                    -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:product                     recognised        ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:product                     product           --  --  --  --  --  --  --  --  --  --  --  --  --
catalogue:share_picture               recognised        ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:producer                    recogniser        ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:spots                       -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:spot                        village-shown     ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:spot                        unknown           --  --  --  --  --  --  --  --  --  --  --  --  --
catalogue:spot_preview                village           in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
catalogue:route                       route-shown       ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:route                       unknown           --  --  --  --  --  --  --  --  --  --  --  --  --
catalogue:route_pdf                   route-shown       ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:route_pdf                   unknown           --  --  --  --  --  --  --  --  --  --  --  --  --
catalogue:chains                      -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:chain                       unknown           --  --  --  --  --  --  --  --  --  --  --  --  --
catalogue:map                         -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:map_points                  -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:news                        -                ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:guidance                    -                ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:news_page                   news-slug        ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:news_page                   unknown          --  --  --  --  --  --  --  --  --  --  --  --  --
catalogue:guidance_page               news-slug        go  go  go  go  go  go  go  go  go  go  go  go  go
catalogue:listen                      -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:help                        -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:help_of                     help-role         ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:help_of                     unknown           --  --  --  --  --  --  --  --  --  --  --  --  --
catalogue:results                     -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:results_of                  round-told        ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:results_xlsx                round-told        ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:results_csv                 round-told        ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:decision_pdf                decision          ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:decision_pdf                waiting           --  --  --  --  --  --  --  --  --  --  --  --  --
catalogue:results_of                  round-untold      --  --  --  --  --  --  --  --  --  --  --  --  --
catalogue:check_form                  -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:check                       certificate       ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
catalogue:check                       unknown           --  --  --  --  --  --  --  --  --  --  --  --  --
catalogue:check_short                 certificate       ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
certificates:proof                    certificate       ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
certificates:proof                    unknown           --  --  --  --  --  --  --  --  --  --  --  --  --
certificates:proof_text               certificate       ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
certificates:proof_text               unknown           --  --  --  --  --  --  --  --  --  --  --  --  --
certificates:keys                     -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
inspections:report                    -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
inspections:report_of_code            certificate       ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
inspections:report_of_code            unknown           ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
inspections:ticket_form               -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
inspections:ticket                    misuse-ticket     ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
inspections:ticket                    unknown           --  --  --  --  --  --  --  --  --  --  --  --  --
# Signing in, the own account, the second factor
account_login                         -                 ok  go  go  go  go  go  go  go  go  go  go  go  go
mfa_authenticate                      -                 in  go  go  go  go  go  go  go  go  go  go  go  go
mfa_login_webauthn                    -                 in  go  go  go  go  go  go  go  go  go  go  go  go
account_inactive                      -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
account_logout                        -                 go  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
account_signup                        -                 ok  go  go  go  go  go  go  go  go  go  go  go  go
account_reset_password                -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
account_reset_password_done           -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
account_reset_password_from_key_done  -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
account_reset_password_from_key       reset             ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
recovery:use_code                     -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
account_reauthenticate                -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
account_email                         -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
account_email_verification_sent       -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
account_confirm_email                 key               ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
account_change_password               -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
account_set_password                  -                 in  go  go  go  go  go  go  go  go  go  go  go  go
mfa_index                             -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
mfa_reauthenticate                    -                 in  go  go  go  go  go  go  go  go  go  go  go  go
mfa_activate_totp                     -                 in  go  go  go  go  go  go  go  go  go  go  go  go
mfa_deactivate_totp                   -                 in  --  --  --  --  --  --  --  --  --  --  --  --
mfa_view_recovery_codes               -                 in  --  --  --  --  --  --  --  --  --  --  --  --
mfa_generate_recovery_codes           -                 in  go  go  go  go  go  go  go  go  go  go  go  go
mfa_download_recovery_codes           -                 in  --  --  --  --  --  --  --  --  --  --  --  --
mfa_list_webauthn                     -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
mfa_add_webauthn                      -                 in  go  go  go  go  go  go  go  go  go  go  go  go
mfa_reauthenticate_webauthn           -                 in  go  go  go  go  go  go  go  go  go  go  go  go
mfa_edit_webauthn                     one               in  go  go  go  go  go  go  go  go  go  go  go  go
mfa_remove_webauthn                   one               in  go  go  go  go  go  go  go  go  go  go  go  go
# Accounts and offices
accounts:me                           -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
accounts:details                      -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
POST accounts:end_other_sessions      -                 in  go  go  go  go  go  go  go  go  go  go  go  go
accounts:people                       -                 in  no  no  no  no  no  no  no  no  no  no  no  ok
accounts:add_person                   -                 in  no  no  no  no  no  no  no  no  no  no  no  ok
accounts:import_people                 -                 in  no  no  no  no  no  no  no  no  no  no  no  ok
accounts:people_template               -                 in  no  no  no  no  no  no  no  no  no  no  no  ok
accounts:person                       person            in  no  no  no  no  no  no  no  no  no  no  no  ok
accounts:appoint                      person            in  no  no  no  no  no  no  no  no  no  no  no  ok
accounts:deactivate                   person            in  no  no  no  no  no  no  no  no  no  no  no  ok
accounts:reactivate                   person            in  no  no  no  no  no  no  no  no  no  no  no  409
accounts:password_link                person            in  no  no  no  no  no  no  no  no  no  no  no  ok
recovery:issue_code                   person            in  no  no  no  no  no  no  no  no  no  no  no  ok
recovery:reset_second_factor          person            in  no  no  no  no  no  no  no  no  no  no  no  409
recovery:locks                        -                 in  no  no  no  no  no  no  no  no  no  no  no  ok
POST recovery:lift_lock               lock              in  no  no  no  no  no  no  no  no  no  no  no  go
accounts:end_appointment              appointment       in  no  no  no  no  no  no  no  no  no  no  no  ok
accounts:offices                      -                 in  no  no  no  no  no  no  no  no  no  no  no  ok
accounts:add_office                   -                 in  no  no  no  no  no  no  no  no  no  no  no  ok
accounts:add_commune_offices          -                 in  no  no  no  no  no  no  no  no  no  no  no  ok
# Inbox
notifications:inbox                   -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
POST notifications:read               message           in  go  --  --  --  --  --  --  --  --  --  --  --
POST notifications:read_all           -                 in  go  go  go  go  go  go  go  go  go  go  go  go
# Files
documents:file                        photo             in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
documents:file                        paper             in  ok  --  --  --  --  --  --  --  --  --  --  --
documents:file                        sealed-paper      in  --  --  --  --  ok  ok  ok  ok  --  ok  ok  --
documents:preview                     paper             in  ok  --  --  --  --  --  --  --  --  --  --  --
documents:image                       photo/size        in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
documents:file                        photo-recognised  in  --  ok  --  ok  ok  ok  --  --  --  ok  ok  --
documents:image                       photo-recognised/size in ok ok ok ok  ok  ok  ok  ok  ok  ok  ok  ok
documents:public_image                photo/size        --  --  --  --  --  --  --  --  --  --  --  --  --
documents:file                        press-paper      in  --  --  ok  --  ok  ok  --  --  --  ok  ok  --
documents:public_image                news-photo/size  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
documents:public_avif                 photo/size        --  --  --  --  --  --  --  --  --  --  --  --  --
documents:public_avif                 news-photo/size  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
documents:public_sound                sound-public-file ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
documents:public_sound                sound-file        --  --  --  --  --  --  --  --  --  --  --  --  --
documents:file                        sound-file        in  --  --  ok  --  ok  ok  --  --  --  ok  ok  --
documents:file                        sound-public-file in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
# Files of long lists
exports:mine                          -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
printing:printouts                    -                 in  no  no  no  no  no  no  no  no  no  no  no  ok
POST printing:make_again              printout          in  no  no  no  no  no  no  no  no  no  no  no  go
POST exports:ask                      -                 in  no  no  no  no  no  no  no  no  no  no  no  no
exports:one                           export            in  --  --  --  --  ok  --  --  --  --  --  --  --
exports:file                          export            in  --  --  --  --  ok  --  --  --  --  --  --  --
# Places
places:search                         -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
places:options                        -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
places:detail                         place             ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
# The gallery
ui:gallery                            -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
# Producers
producers:list                        -                 in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
producers:own                         -                 in  go  go  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
producers:register                    -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
producers:alike                       -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
producers:register_form               form              in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
producers:detail                      lan               in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
producers:amend                       lan/name          in  ok  --  ok  --  ok  no  --  --  --  no  no  --
producers:people                      lan               in  ok  --  ok  --  ok  no  --  --  --  no  no  --
producers:entitle                     lan               in  ok  --  ok  --  ok  no  --  --  --  no  no  --
producers:end_representation          lan/person        in  no  --  ok  --  ok  no  --  --  --  no  no  --
producers:issue_code                  lan/person        in  no  --  ok  --  no  no  --  --  --  no  no  --
# Products
products:list                         -                 in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
products:ending                       -                 in  go  go  go  go  go  go  go  go  go  go  go  go
recognitions:imports                    -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
recognitions:bring_in                   -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
recognitions:template                   -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
recognitions:import                     import            in  no  no  no  no  ok  no  no  no  no  no  no  no
recognitions:undo                       import            in  no  no  no  no  ok  no  no  no  no  no  no  no
recognitions:enter                      -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
recognitions:entered                    entered           in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
recognitions:correct                    entered           in  no  no  no  no  ok  no  no  no  no  no  no  no
recognitions:scan                       entered           in  no  no  no  no  ok  no  no  no  no  no  no  no
products:own                          -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
products:register_any                 -                 in  go  go  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
products:register                     lan               in  ok  --  ok  --  ok  no  --  --  --  no  no  --
products:register_leaf                leaf              in  ok  --  ok  --  ok  no  --  --  --  no  no  --
products:detail                       product           in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
products:amend                        product/name      in  ok  --  ok  --  ok  no  --  --  --  no  no  --
products:classify                     product           in  no  --  no  --  no  no  --  --  --  no  no  --
products:classify_leaf                product/leaf      in  no  --  no  --  no  no  --  --  --  no  no  --
products:photos                       product           in  ok  --  ok  --  ok  no  --  --  --  no  no  --
products:amend_photo                  product/photo     in  ok  --  ok  --  ok  no  --  --  --  no  no  --
POST products:move_photo              product/photo     in  go  --  go  --  go  no  --  --  --  no  no  --
products:remove_photo                 product/photo     in  ok  --  ok  --  ok  no  --  --  --  no  no  --
# Rubrics
regulations:index                     -                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
regulations:comparison                decrees           ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
regulations:detail                    decree            ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
regulations:rubric                    decree/set        ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
regulations:practice                  decree/set        ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
# The programme
rounds:list                           -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
rounds:choose                         -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
rounds:open                           round             in  no  no  no  no  go  no  no  no  no  no  no  no
rounds:open_extra                     -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
programme:doubts                      -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
programme:settle                      anomaly           in  no  no  no  no  --  no  no  no  no  no  no  no
mergers:list                          -                 in  no  no  no  no  no  no  no  no  no  no  no  ok
mergers:place                         lan               in  --  --  no  --  409 no  --  --  --  no  no  --
mergers:merge                         -                 in  no  no  no  no  no  no  no  no  no  no  no  ok
programme:days_off                    -                 in  no  no  no  no  no  no  no  no  no  no  no  ok
programme:days_off_enter              -                 in  no  no  no  no  no  no  no  no  no  no  no  ok
programme:days_off_year               days-off          in  no  no  no  no  no  no  no  no  no  no  no  ok
programme:days_off_edit               days-off          in  no  no  no  no  no  no  no  no  no  no  no  ok
rounds:boundaries                     -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
rounds:settle_boundary                limit-day         in  no  no  no  no  ok  no  no  no  no  no  no  no
programme:plans                       -                 in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
programme:plan_write                  -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
programme:frame_write                 -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
programme:plan                        plan              in  --  --  ok  ok  ok  ok  --  --  --  ok  ok  --
programme:plan                        plan-draft        in  --  --  --  --  ok  --  --  --  --  --  --  --
programme:plan                        plan-unknown      in  --  --  --  --  --  --  --  --  --  --  --  --
programme:history                     plan              in  --  --  ok  ok  ok  ok  --  --  --  ok  ok  --
programme:plan_edit                   plan-draft        in  --  --  --  --  ok  --  --  --  --  --  --  --
programme:plan_issue                  plan-draft        in  --  --  --  --  ok  --  --  --  --  --  --  --
programme:plan_copy                   plan              in  --  --  no  no  ok  no  --  --  --  no  no  --
programme:plan_drop                   plan-draft        in  --  --  --  --  ok  --  --  --  --  --  --  --
programme:plan_drop                   plan              in  --  --  no  no  409 no  --  --  --  no  no  --
programme:plan_close                  plan              in  --  --  no  no  ok  no  --  --  --  no  no  --
programme:plan_attach                 plan              in  --  --  no  no  ok  no  --  --  --  no  no  --
programme:plan_amend                  plan              in  --  --  no  no  ok  no  --  --  --  no  no  --
programme:write_targets               plan-draft        in  --  --  --  --  ok  --  --  --  --  --  --  --
programme:import_targets              plan-draft        in  --  --  --  --  ok  --  --  --  --  --  --  --
programme:targets_template            plan-draft        in  --  --  --  --  ok  --  --  --  --  --  --  --
programme:write_tasks                 plan-draft        in  --  --  --  --  ok  --  --  --  --  --  --  --
programme:write_money                 plan-draft        in  --  --  --  --  ok  --  --  --  --  --  --  --
programme:write_steps                 plan-draft        in  --  --  --  --  ok  --  --  --  --  --  --  --
programme:target_edit                 plan-draft/target in  --  --  --  --  ok  --  --  --  --  --  --  --
programme:task_edit                   plan-draft/task   in  --  --  --  --  ok  --  --  --  --  --  --  --
programme:task                        plan/task         in  --  --  ok  ok  ok  ok  --  --  --  ok  ok  --
programme:task_finish                 plan/task-open    in  --  --  ok  no  ok  no  --  --  --  no  no  --
programme:task_drop                   plan/task-open    in  --  --  no  no  ok  no  --  --  --  no  no  --
programme:task_reopen                 plan/task         in  --  --  no  no  ok  no  --  --  --  no  no  --
programme:task_attach                 plan/task         in  --  --  ok  no  ok  no  --  --  --  no  no  --
programme:results                     plan/target       in  --  --  ok  ok  ok  ok  --  --  --  ok  ok  --
programme:result_record               plan/target       in  --  --  no  no  ok  no  --  --  --  no  no  --
programme:result_withdraw             plan/result       in  --  --  no  no  ok  no  --  --  --  no  no  --
# Dossiers
dossiers:own                          -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
dossiers:choose                       -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
dossiers:open                         product           in  ok  --  --  --  --  --  --  --  --  --  --  --
dossiers:open_renewal                 product           in  ok  --  --  --  --  --  --  --  --  --  --  --
dossiers:open_upgrade                 product           in  ok  --  --  --  --  --  --  --  --  --  --  --
dossiers:updates                      renewal           in  ok  --  --  --  --  --  --  --  --  --  --  --
dossiers:since                        upgrade           in  ok  --  --  --  --  --  --  --  --  --  --  --
dossiers:say_change                   upgrade           in  ok  --  --  --  --  --  --  --  --  --  --  --
POST dossiers:drop_change             upgrade/change    in  go  --  --  --  --  --  --  --  --  --  --  --
dossiers:beside                       renewal           in  ok  --  --  --  --  --  --  --  --  --  --  --
dossiers:renew_evidence               kept              in  ok  --  --  --  --  --  --  --  --  --  --  --
dossiers:detail                       draft             in  ok  --  --  --  --  --  --  --  --  --  --  --
dossiers:detail                       submitted         in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
dossiers:detail                       proposed          in  --  --  --  ok  ok  ok  --  --  --  ok  ok  --
dossiers:detail                       scored            in  --  --  --  --  ok  ok  ok  ok  --  ok  ok  --
dossiers:detail                       concluded         in  --  ok  --  ok  ok  ok  --  --  --  ok  ok  --
dossiers:content                      submitted         in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
dossiers:content                      scored            in  --  --  --  --  ok  ok  ok  ok  --  ok  ok  --
dossiers:register                     draft             in  ok  --  --  --  --  --  --  --  --  --  --  --
POST dossiers:mend                    returned/item     in  --  go  --  no  no  no  --  --  --  no  no  --
dossiers:assessment                   draft             in  ok  --  --  --  --  --  --  --  --  --  --  --
dossiers:assessment                   submitted         in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
dossiers:assessment                   scored            in  --  --  --  --  ok  ok  ok  ok  --  ok  ok  --
dossiers:points                       draft             in  ok  --  --  --  --  --  --  --  --  --  --  --
dossiers:criterion                    draft/criterion   in  ok  --  --  --  --  --  --  --  --  --  --  --
dossiers:evidence                     draft             in  ok  --  --  --  --  --  --  --  --  --  --  --
dossiers:evidence                     submitted         in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
dossiers:evidence                     scored            in  --  --  --  --  ok  ok  ok  ok  --  ok  ok  --
dossiers:add_evidence                 draft             in  ok  --  --  --  --  --  --  --  --  --  --  --
POST dossiers:cite                    draft             in  --  --  --  --  --  --  --  --  --  --  --  --
dossiers:criteria_of                  draft/paper       in  ok  --  --  --  --  --  --  --  --  --  --  --
POST dossiers:uncite                  draft/paper       in  go  --  --  --  --  --  --  --  --  --  --  --
dossiers:exempt                       draft/kind        in  ok  --  --  --  --  --  --  --  --  --  --  --
dossiers:submit                       draft             in  ok  --  --  --  --  --  --  --  --  --  --  --
dossiers:follow_law                   draft             in  409 --  --  --  --  --  --  --  --  --  --  --
dossiers:from_practice                decree/set        in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
dossiers:withdraw                     submitted         in  ok  --  no  --  no  no  --  --  --  no  no  --
dossiers:changes                      submitted         in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
dossiers:receipt_pdf                  submitted/receipt in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
dossiers:receipt                      submitted/receipt in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
dossiers:form_01                      submitted         in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
dossiers:form_02                      submitted         in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
dossiers:form_02                      scored            in  --  --  --  --  ok  ok  ok  ok  --  ok  ok  --
dossiers:form_03                      proposed          in  --  --  --  ok  ok  ok  --  --  --  ok  ok  --
dossiers:step                         draft/step        in  ok  --  --  --  --  --  --  --  --  --  --  --
dossiers:desk                         -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
dossiers:receive                      submitted         in  no  --  ok  --  no  no  --  --  --  no  no  --
dossiers:check                        received          in  no  --  ok  --  no  no  --  --  --  no  no  --
dossiers:return                       received          in  no  --  ok  --  no  no  --  --  --  no  no  --
dossiers:return                       proposed          in  --  --  --  no  ok  no  --  --  --  no  no  --
dossiers:propose                      received          in  no  --  ok  --  no  no  --  --  --  no  no  --
dossiers:accept                       proposed          in  --  --  --  no  ok  no  --  --  --  no  no  --
dossiers:exclude                      proposed          in  --  --  --  no  ok  no  --  --  --  no  no  --
# Ideas
ideas:own                             -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
ideas:new                             -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
ideas:alike                           -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
ideas:desk                            -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
ideas:upload                          -                 in  no  no  ok  ok  ok  no  no  no  no  no  no  no
ideas:template                        -                 in  no  no  ok  ok  ok  no  no  no  no  no  no  no
ideas:sheet                           idea-sheet        in  --  --  ok  --  --  --  --  --  --  --  --  --
POST ideas:save_sheet                 idea-sheet        in  --  --  ok  --  --  --  --  --  --  --  --  --
documents:file                        idea-file         in  --  --  ok  --  --  --  --  --  --  --  --  --
ideas:detail                          idea-draft        in  ok  --  --  --  --  --  --  --  --  --  --  --
ideas:detail                          idea-sent         in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
ideas:write                           idea-draft        in  ok  --  --  --  --  --  --  --  --  --  --  --
ideas:submit                          idea-draft        in  ok  --  --  --  --  --  --  --  --  --  --  --
ideas:withdraw                        idea-sent         in  ok  --  no  --  no  no  --  --  --  no  no  --
ideas:producer                        idea-farmer       in  --  --  ok  --  ok  no  --  --  --  no  no  --
dossiers:from_idea                    idea-approved     in  ok  --  no  --  no  no  --  --  --  no  no  --
ideas:approve                         idea-sent         in  no  --  ok  --  no  no  --  --  --  no  no  --
ideas:return                          idea-sent         in  no  --  ok  --  no  no  --  --  --  no  no  --
ideas:refuse                          idea-sent         in  no  --  ok  --  no  no  --  --  --  no  no  --
# Councils, meetings, sheets
advisory:team                         -                 in  no  no  no  no  ok  ok  no  no  no  ok  ok  no
advisory:establish                    -                 in  no  no  no  no  ok  ok  no  no  no  no  no  no
advisory:seat                         -                 in  no  no  no  no  ok  ok  no  no  no  no  no  no
advisory:end_seat                     team-seat         in  no  no  no  no  ok  ok  no  no  no  no  no  no
advisory:product                      accepted          in  --  --  --  --  ok  ok  --  --  --  ok  ok  --
advisory:declare                      accepted          in  --  --  --  --  no  no  --  --  --  no  no  --
advisory:write                        accepted          in  --  --  --  --  no  no  --  --  --  no  no  --
advisory:hand_in                      accepted          in  --  --  --  --  no  no  --  --  --  no  no  --
advisory:score                        accepted          in  --  --  --  --  no  no  --  --  --  no  no  --
advisory:seal_sheet                   accepted          in  --  --  --  --  no  no  --  --  --  no  no  --
advisory:progress                     accepted          in  --  --  --  --  no  no  --  --  --  no  no  --
review:councils                       -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
review:establish                      -                 in  no  no  no  no  ok  ok  no  no  no  no  no  no
review:council                        council           in  --  --  --  --  ok  ok  ok  ok  ok  ok  ok  --
review:set_rules                      council           in  --  --  --  --  ok  ok  no  no  no  no  no  --
review:seat_member                    council           in  --  --  --  --  ok  ok  no  no  no  no  no  --
review:correct_council                council           in  --  --  --  --  ok  ok  no  no  no  no  no  --
review:plan                           council           in  --  --  --  --  ok  ok  no  no  no  no  no  --
review:end_seat                       seat              in  --  --  --  --  ok  ok  no  no  no  no  no  --
review:correct_seat                   seat              in  --  --  --  --  ok  ok  no  no  no  no  no  --
review:meetings                       -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
review:meeting                        meeting           in  --  --  --  --  ok  ok  ok  ok  ok  ok  ok  --
review:meeting                        meeting-closed    in  --  --  --  --  ok  ok  ok  ok  ok  ok  ok  --
review:correct                        meeting-closed    in  --  --  --  --  no  ok  ok  no  no  no  no  --
review:minutes                        meeting-closed    in  --  --  --  --  go  go  go  go  go  go  go  --
review:minutes                        meeting           in  --  --  --  --  --  --  --  --  --  --  --  --
review:correction                     key-unknown       in  --  --  --  --  --  --  --  --  --  --  --  --
review:board                          meeting           in  --  --  --  --  no  ok  ok  no  no  no  no  --
review:put_on_agenda                  meeting           in  --  --  --  --  ok  ok  no  no  no  no  no  --
POST review:order                     meeting-planned   in  --  --  --  --  go  go  no  no  no  no  no  --
review:arrange                        meeting-planned   in  --  --  --  --  ok  ok  no  no  no  no  no  --
review:door                           meeting           in  --  --  --  --  ok  ok  no  no  no  no  no  --
review:check_in                       meeting           in  --  --  --  --  no  ok  ok  ok  ok  no  no  --
review:attendance                     meeting           in  --  --  --  --  ok  ok  no  no  no  no  no  --
review:open                           meeting-planned   in  --  --  --  --  no  no  no  no  no  no  no  --
POST review:open_all                  meeting           in  --  --  --  --  no  go  go  no  no  no  no  --
review:close                          meeting           in  --  --  --  --  no  no  no  no  no  no  no  --
review:cancel                         meeting-planned   in  --  --  --  --  ok  ok  no  no  no  no  no  --
review:reschedule                     meeting-planned   in  --  --  --  --  ok  ok  no  no  no  no  no  --
review:postpone                       meeting-planned   in  --  --  --  --  ok  ok  no  no  no  no  no  --
review:scores                         meeting-closed    in  --  --  --  --  ok  ok  ok  ok  ok  ok  ok  --
review:scores                         meeting           in  --  --  --  --  --  --  --  --  no  --  --  --
review:declare                        meeting           in  --  --  --  --  --  --  ok  ok  ok  --  --  --
review:sheet                          open              in  --  --  --  --  no  no  go  ok  no  no  no  --
review:sheet                          closed            in  --  --  --  --  no  no  ok  ok  ok  no  no  --
review:criterion                      open/criterion    in  --  --  --  --  no  no  ok  go  no  no  no  --
review:seal                           open              in  --  --  --  --  no  no  ok  go  no  no  no  --
review:own_conflict                   open              in  --  --  --  --  no  ok  ok  no  ok  no  no  --
review:tally                          open              in  --  --  --  --  ok  ok  ok  ok  no  ok  ok  --
review:tally                          closed            in  --  --  --  --  ok  ok  ok  ok  ok  ok  ok  --
POST review:open_item                 open              in  --  --  --  --  no  409 409 no  no  no  no  --
POST review:tally_now                 open              in  --  --  --  --  no  no  no  no  no  no  no  --
review:rescore                        open              in  --  --  --  --  no  409 409 no  no  no  no  --
review:resolve                        open              in  --  --  --  --  no  no  409 no  no  no  no  --
review:vote                           open              in  --  --  --  --  no  409 409 no  no  no  no  --
review:fact                           open              in  --  --  --  --  no  no  no  no  no  no  no  --
review:exclude                        open              in  --  --  --  --  no  no  ok  no  no  no  no  --
review:recommend                      open              in  --  --  --  --  no  no  409 no  no  no  no  --
review:remove                         open              in  --  --  --  --  no  no  no  no  no  no  no  --
review:member_conflict                open              in  --  --  --  --  no  ok  ok  no  no  no  no  --
review:reopen                         open              in  --  --  --  --  no  no  409 no  no  no  no  --
review:rule_on_earlier                open              in  --  --  --  --  no  no  no  no  no  no  no  --
review:refer                           open              in  --  --  --  --  no  no  no  no  no  no  no  --
review:end_answers                     meeting           in  --  --  --  --  no  no  no  no  no  no  no  --
review:set_answers_due                 meeting           in  --  --  --  --  no  no  no  no  no  no  no  --
review:ask_correction                 open              in  --  --  --  --  no  no  no  ok  no  no  no  --
review:allow                          correction        in  --  --  --  --  no  no  ok  no  no  no  no  --
review:decline                        correction        in  --  --  --  --  no  no  ok  no  no  no  no  --
review:withdraw                       open              in  --  --  --  --  --  --  --  --  --  --  --  --
review:record_withdrawal              open              in  --  --  --  --  no  ok  ok  no  no  no  no  --
# Decisions, certificates, notices
certificates:decisions                -                 in  no  no  no  no  ok  ok  no  no  no  ok  ok  no
certificates:draft                    -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
certificates:decision                 decision          in  --  ok  --  ok  ok  ok  --  --  --  ok  ok  --
certificates:decision                 waiting           in  --  --  --  --  ok  ok  --  --  --  ok  ok  --
certificates:amend                    waiting           in  --  --  --  --  409 no  --  --  --  no  no  --
certificates:submit                   waiting           in  --  --  --  --  409 no  --  --  --  no  no  --
certificates:return                   waiting           in  --  --  --  --  no  no  --  --  --  ok  no  --
certificates:drop                     waiting           in  --  --  --  --  409 no  --  --  --  no  no  --
certificates:sign                     waiting           in  --  --  --  --  no  no  --  --  --  ok  no  --
certificates:decision_pdf             waiting           in  --  --  --  --  ok  ok  --  --  --  ok  ok  --
certificates:decision_pdf             decision          in  --  go  --  go  go  go  --  --  --  go  go  --
certificates:correct                  decision          in  --  no  --  no  no  no  --  --  --  ok  no  --
certificates:correction               key-unknown       in  --  --  --  --  --  --  --  --  --  --  --  --
certificates:submission_letter        waiting           in  --  --  --  --  ok  ok  --  --  --  ok  ok  --
certificates:propose                  ministry          in  --  no  --  no  ok  no  --  --  --  no  no  --
certificates:proposal_letter          ministry          in  --  no  --  no  ok  no  --  --  --  no  no  --
room:worker                           -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
room:room                             meeting           in  --  --  --  --  --  --  ok  ok  ok  --  --  --
room:contents                         meeting           in  --  --  --  --  --  --  ok  ok  ok  --  --  --
room:state                            meeting           in  --  --  --  --  --  --  ok  ok  ok  --  --  --
room:set_pin                          meeting           in  --  --  --  --  --  --  ok  ok  ok  --  --  --
room:prove                            meeting           in  --  --  --  --  --  --  go  go  go  --  --  --
POST room:load                        meeting           in  --  --  --  --  --  --  ok  ok  ok  --  --  --
room:loads                            meeting           in  --  --  --  --  no  ok  ok  no  no  no  no  --
room:late                             meeting           in  --  --  --  --  no  ok  ok  no  no  no  no  --
room:product                          open              in  --  --  --  --  no  no  ok  ok  no  no  no  --
room:picture                          open/key-unknown/one in  --  --  --  --  no  no  --  --  no  no  no  --
POST room:keep                        open/criterion    in  --  --  --  --  422 422 422 422 422 422 422 --
POST room:hand_in                     open              in  --  --  --  --  no  no  422 422 no  no  no  --
fieldwork:list                        -                 in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
fieldwork:worker                      -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
fieldwork:plan                        -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
fieldwork:day                         visit-day         in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
fieldwork:day_pdf                     visit-day         in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
fieldwork:announce_day                visit-day         in  no  no  no  no  ok  no  no  no  no  no  no  no
fieldwork:detail                      visit             in  --  --  --  ok  ok  ok  --  --  --  ok  ok  --
fieldwork:notice                      visit             in  --  --  --  ok  ok  ok  --  --  --  ok  ok  --
fieldwork:report                      visit             in  --  --  --  --  --  --  --  --  --  --  --  --
fieldwork:further_report              visit/one         in  --  --  --  --  --  --  --  --  --  --  --  --
fieldwork:announce                    visit             in  --  --  --  no  409  no  --  --  --  no  no  --
fieldwork:declare                     visit             in  --  --  --  no  ok  no  --  --  --  no  no  --
fieldwork:findings                    visit             in  --  --  --  no  ok  no  --  --  --  no  no  --
fieldwork:end                         visit             in  --  --  --  no  ok  no  --  --  --  no  no  --
fieldwork:postpone                    visit             in  --  --  --  no  ok  no  --  --  --  no  no  --
fieldwork:cancel                      visit             in  --  --  --  no  ok  no  --  --  --  no  no  --
fieldwork:photo                       visit             in  --  --  --  no  ok  no  --  --  --  no  no  --
fieldwork:sign                        visit             in  --  --  --  no  ok  no  --  --  --  no  no  --
fieldwork:further                     visit             in  --  --  --  no  409  no  --  --  --  no  no  --
POST fieldwork:drop_photo             visit/photo       in  --  --  --  no  go  no  --  --  --  no  no  --
inspections:plans                     -                 in  no  no  no  no  ok  ok  no  no  no  ok  ok  no
inspections:draw                      -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
inspections:plan                      inspection-plan   in  --  --  --  --  ok  ok  --  --  --  ok  ok  --
inspections:plan                      inspection-draft  in  --  --  --  --  ok  ok  --  --  --  ok  ok  --
inspections:add                       inspection-draft  in  --  --  --  --  ok  no  --  --  --  no  no  --
inspections:add                       inspection-plan   in  --  --  --  --  409 no  --  --  --  no  no  --
inspections:issue                     inspection-draft  in  --  --  --  --  ok  no  --  --  --  no  no  --
inspections:remove                    inspection-line   in  --  --  --  --  ok  no  --  --  --  no  no  --
inspections:list                      -                 in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
inspections:open                      -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
inspections:detail                    inspection        in  --  ok  --  ok  ok  ok  --  --  --  ok  ok  --
inspections:detail                    inspection-open   in  --  --  --  --  ok  ok  --  --  --  ok  ok  --
inspections:declare                   inspection-open   in  --  --  --  --  409 no  --  --  --  no  no  --
inspections:check                     inspection-open   in  --  --  --  --  ok  no  --  --  --  no  no  --
inspections:check                     inspection        in  --  no  --  no  409 no  --  --  --  no  no  --
inspections:photos                    inspection-open   in  --  --  --  --  ok  no  --  --  --  no  no  --
inspections:conclude                  inspection-open   in  --  --  --  --  ok  no  --  --  --  no  no  --
inspections:drop                      inspection-open   in  --  --  --  --  ok  no  --  --  --  no  no  --
inspections:minutes                   inspection        in  --  go  --  go  go  go  --  --  --  go  go  --
inspections:minutes                   inspection-open   in  --  --  --  --  no  no  --  --  --  no  no  --
inspections:letter                    inspection        in  --  go  --  go  go  go  --  --  --  go  go  --
inspections:ministrys_list            -                 in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
inspections:ministrys                 ministrys         in  --  ok  --  ok  ok  ok  --  --  --  ok  ok  --
inspections:record_ministrys          -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
inspections:ministrys_close           ministrys         in  --  no  --  no  ok  no  --  --  --  no  no  --
inspections:orders                    -                 in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
inspections:order                     order             in  --  ok  --  ok  ok  ok  --  --  --  ok  ok  --
inspections:answer                    order             in  --  ok  --  no  no  no  --  --  --  no  no  --
inspections:object                    order             in  --  ok  --  no  no  no  --  --  --  no  no  --
inspections:accept                    order             in  --  no  --  no  409 no  --  --  --  no  no  --
inspections:extend                    order             in  --  no  --  no  ok  no  --  --  --  no  no  --
inspections:propose                   order             in  --  no  --  no  no  no  --  --  --  no  no  --
inspections:uphold                    order             in  --  no  --  no  409 no  --  --  --  no  no  --
inspections:withdraw                  order             in  --  no  --  no  409 no  --  --  --  no  no  --
inspections:reports                   -                 in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
inspections:report_detail             misuse            in  --  --  --  --  ok  ok  --  --  --  ok  ok  --
inspections:report_photo              misuse            in  --  --  --  --  ok  ok  --  --  --  ok  ok  --
inspections:inspect                   misuse            in  --  --  --  --  ok  no  --  --  --  no  no  --
inspections:forward                   misuse            in  --  --  --  --  ok  no  --  --  --  no  no  --
inspections:note                      misuse            in  --  --  --  --  no  no  --  --  --  no  no  --
inspections:merge                     misuse            in  --  --  --  --  ok  no  --  --  --  no  no  --
inspections:dismiss                   misuse            in  --  --  --  --  ok  no  --  --  --  no  no  --
certificates:answer                   ministry          in  --  no  --  no  ok  no  --  --  --  no  no  --
certificates:use_central              ministry          in  --  no  --  no  ok  no  --  --  --  no  no  --
certificates:redo                     ministry          in  --  no  --  no  ok  no  --  --  --  no  no  --
certificates:replace                  certificate       in  --  no  --  no  ok  no  --  --  --  no  no  --
annulment:list                        -                 in  no  no  no  no  ok  ok  no  no  no  ok  ok  no
annulment:prepare                     -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
annulment:detail                      annulment         in  --  --  --  --  ok  ok  --  --  --  ok  ok  --
annulment:decision_pdf                annulment         in  --  --  --  --  ok  ok  --  --  --  ok  ok  --
annulment:verify                      annulment         in  --  --  --  --  no  no  --  --  --  no  no  --
annulment:sign                        annulment         in  --  --  --  --  no  no  --  --  --  409 no  --
annulment:return                      annulment         in  --  --  --  --  409 no  --  --  --  409 no  --
annulment:drop                        annulment         in  --  --  --  --  ok  no  --  --  --  no  no  --
paperwork:papers                      meeting-closed    in  --  --  --  --  ok  ok  ok  --  --  ok  ok  --
paperwork:papers                      meeting           in  --  --  --  --  --  --  --  --  --  --  --  --
paperwork:archive                     meeting-closed    in  --  --  --  --  ok  ok  ok  --  --  ok  ok  --
POST paperwork:make                   meeting-closed    in  --  --  --  --  go  go  go  --  --  no  no  --
paperwork:paper                       report            in  --  --  --  --  202 202 202 --  --  202 202 --
paperwork:number                      report            in  --  --  --  --  ok  ok  ok  --  --  no  no  --
paperwork:take_word                   report            in  --  --  --  --  ok  ok  ok  --  --  no  no  --
paperwork:take_minutes                meeting-closed    in  --  --  --  --  409 409 409 --  --  no  no  --
paperwork:minutes_word                meeting-closed    in  --  --  --  --  ok  ok  ok  --  --  ok  ok  --
paperwork:report_word                 report            in  --  --  --  --  ok  ok  ok  --  --  ok  ok  --
paperwork:team_report_word            team-report       in  --  --  --  --  ok  ok  ok  --  --  ok  ok  --
paperwork:letter_word                 waiting           in  --  --  --  --  ok  ok  --  --  --  ok  ok  --
paperwork:take_decision               waiting           in  --  --  --  --  409 no  --  --  --  no  no  --
paperwork:decision_word               waiting           in  --  --  --  --  ok  ok  --  --  --  ok  ok  --
paperwork:blanks                      meeting           in  --  --  --  --  ok  ok  ok  no  no  no  no  --
paperwork:blanks                      meeting-closed    in  --  --  --  --  --  --  --  --  --  --  --  --
paperwork:blank                       meeting/member    in  --  --  --  --  ok  ok  ok  no  no  no  no  --
paperwork:samples                     meeting           in  --  --  --  --  no  ok  no  no  no  no  no  --
paperwork:samples                     meeting-closed    in  --  --  --  --  --  --  --  --  --  --  --  --
paperwork:sample_table                meeting           in  --  --  --  --  no  ok  no  no  no  no  no  --
paperwork:sample_labels               meeting           in  --  --  --  --  no  ok  no  no  no  no  no  --
paperwork:typing                      meeting           in  --  --  --  --  ok  ok  no  no  no  no  no  --
paperwork:paper_sheet                 open/member       in  --  --  --  --  ok  ok  no  go  no  no  no  --
paperwork:type_sheet                  open/chair        in  --  --  --  --  ok  ok  no  no  no  no  no  --
paperwork:scan_sheet                  open/chair        in  --  --  --  --  ok  ok  no  no  no  no  no  --
paperwork:settle_sheet                open/member       in  --  --  --  --  no  no  no  no  no  no  no  --
paperwork:package                     ministry          in  --  --  --  --  ok  ok  --  --  --  ok  ok  --
paperwork:hand_over                   ministry          in  --  --  --  --  ok  no  --  --  --  no  no  --
paperwork:proposal_word               ministry          in  --  --  --  --  ok  no  --  --  --  no  no  --
paperwork:handed                      handed            in  --  --  --  --  ok  no  --  --  --  no  no  --
paperwork:notice_word                 low               in  --  --  --  --  ok  ok  --  --  --  ok  ok  --
revocation:report                     -                 in  no  no  ok  ok  ok  no  no  no  no  no  no  no
revocation:dismiss                    cessation         in  --  --  --  no  ok  no  --  --  --  no  no  --
samples:demands                       -                 in  no  no  no  no  ok  ok  no  no  no  ok  ok  no
samples:receipt_book                  -                 in  no  no  no  no  ok  ok  no  no  no  ok  ok  no
samples:laboratories                  -                 in  no  no  no  no  ok  ok  no  no  no  ok  ok  no
samples:add_laboratory                -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
samples:edit_laboratory               laboratory        in  no  no  no  no  ok  no  no  no  no  no  no  no
samples:ask                           submitted         in  no  --  no  --  ok  ok  --  --  --  no  no  --
samples:demand                        demand            in  --  --  --  ok  ok  ok  --  --  --  ok  ok  --
samples:take                          demand            in  --  --  --  no  ok  ok  --  --  --  no  no  --
samples:choose                        demand            in  --  --  --  no  no  no  --  --  --  no  no  --
samples:resume                        demand            in  --  --  --  no  409 409 --  --  --  no  no  --
samples:postpone                      demand            in  --  --  --  no  no  no  --  --  --  no  no  --
samples:drop                          demand            in  --  --  --  no  ok  ok  --  --  --  no  no  --
samples:sample                        sample            in  --  --  --  ok  ok  ok  --  --  --  ok  ok  --
samples:record_pdf                    sample            in  --  --  --  go  go  go  --  --  --  go  go  --
samples:letter_pdf                    sample            in  --  --  --  go  go  go  --  --  --  go  go  --
samples:result_table                  sample            in  --  --  --  no  ok  ok  --  --  --  no  no  --
samples:result_template               sample            in  --  --  --  no  ok  ok  --  --  --  no  no  --
samples:send                          sample            in  --  --  --  no  409 409 --  --  --  no  no  --
samples:report                        sample            in  --  --  --  no  ok  ok  --  --  --  no  no  --
samples:settle_name                   sample            in  --  --  --  no  no  no  --  --  --  no  no  --
samples:add_indicator                 sample            in  --  --  --  no  ok  ok  --  --  --  no  no  --
samples:hand_over                     sample            in  --  --  --  no  ok  ok  --  --  --  no  no  --
samples:attach                        sample            in  --  --  --  no  no  no  --  --  --  no  no  --
samples:ask_again                     sample            in  --  --  --  no  409 409 --  --  --  no  no  --
samples:set_aside                     sample            in  --  --  --  no  409 409 --  --  --  no  no  --
samples:void                          sample            in  --  --  --  no  ok  ok  --  --  --  no  no  --
samples:drop_indicator                sample/indicator  in  --  --  --  no  ok  ok  --  --  --  no  no  --
revocation:list                       -                 in  no  no  no  no  ok  ok  no  no  no  ok  ok  no
revocation:prepare                    -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
revocation:detail                     revocation        in  --  --  --  --  ok  ok  --  --  --  ok  ok  --
revocation:decision_pdf               revocation        in  --  --  --  --  ok  ok  --  --  --  ok  ok  --
revocation:verify                     revocation        in  --  --  --  --  no  no  --  --  --  no  no  --
revocation:sign                       revocation        in  --  --  --  --  no  no  --  --  --  409 no  --
revocation:send                       revocation        in  --  --  --  --  no  no  --  --  --  no  no  --
revocation:answer                     revocation        in  --  --  --  --  no  no  --  --  --  no  no  --
revocation:return                     revocation        in  --  --  --  --  409 no  --  --  --  409 no  --
revocation:drop                       revocation        in  --  --  --  --  ok  no  --  --  --  no  no  --
renewals:list                         -                 in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
renewals:letters                      -                 in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
renewals:detail                       recognised        in  --  ok  --  ok  ok  ok  --  --  --  ok  ok  --
renewals:detail                       unknown           in  --  --  --  --  --  --  --  --  --  --  --  --
renewals:decline                      recognised        in  --  ok  --  no  no  no  --  --  --  no  no  --
renewals:take_back                    recognised        in  --  ok  --  no  no  no  --  --  --  no  no  --
renewals:call                         -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
renewals:letter                       call-letter       in  --  ok  --  ok  ok  ok  --  --  --  ok  ok  --
renewals:letter_pdf                   call-letter       in  --  202 --  202 202 202 --  --  --  202 202 --
renewals:extensions                   -                 in  no  no  no  no  ok  ok  no  no  no  ok  ok  no
renewals:prepare                      -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
renewals:extension                    extension         in  --  --  --  --  ok  ok  --  --  --  ok  ok  --
renewals:extension_pdf                extension         in  --  --  --  --  --  --  --  --  --  --  --  --
renewals:sign                         extension         in  --  --  --  --  no  no  --  --  --  ok  no  --
renewals:drop                         extension         in  --  --  --  --  ok  no  --  --  --  ok  no  --
certificates:certificates             -                 in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
certificates:certificate              certificate       in  --  ok  --  ok  ok  ok  --  --  --  ok  ok  --
certificates:certificate_pdf          certificate       in  --  go  --  go  go  go  --  --  --  go  go  --
certificates:notices                  -                 in  no  no  no  no  ok  no  no  no  no  no  no  no
certificates:notice                   low               in  --  --  --  --  ok  ok  --  --  --  ok  ok  --
certificates:notice                   closed            in  --  ok  --  ok  ok  ok  --  --  --  ok  ok  --
certificates:number                   low               in  --  --  --  --  ok  no  --  --  --  no  no  --
certificates:correct_notice           closed            in  --  no  --  no  ok  no  --  --  --  no  no  --
certificates:notice_pdf               low               in  --  --  --  --  go  go  --  --  --  go  go  --
# Objections to results
objections:list                       -                 in  ok  ok  ok  ok  ok  ok  no  no  no  ok  ok  no
objections:file                       closed            in  --  409 --  no  no  no  --  --  --  no  no  --
objections:detail                     objection         in  --  ok  --  ok  ok  ok  --  --  --  ok  ok  --
objections:letter_pdf                 objection         in  --  202 --  202 202 202 --  --  --  202 202 --
objections:keep                       objection         in  --  no  --  no  ok  no  --  --  --  no  no  --
objections:send_back                  objection         in  --  no  --  no  ok  no  --  --  --  no  no  --
objections:withdraw                   objection         in  --  ok  --  no  no  no  --  --  --  no  no  --
# News, guidance and the press plan
communication:press                   -                in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
communication:item_note               -                in  no  no  ok  ok  ok  no  no  no  no  no  no  no
communication:news                    -                in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
communication:page_write              -                in  no  no  ok  ok  ok  no  no  no  no  no  no  no
communication:recordings              -                in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
communication:recording_add           -                in  no  no  ok  ok  ok  no  no  no  no  no  no  no
communication:recording               sound            in  --  --  ok  --  ok  ok  --  --  --  ok  ok  --
communication:recording               sound-public     in  --  --  ok  ok  ok  ok  --  --  --  ok  ok  --
communication:recording_amend         sound            in  --  --  ok  --  ok  no  --  --  --  no  no  --
communication:recording_publish       sound            in  --  --  no  --  ok  no  --  --  --  no  no  --
communication:recording_withdraw      sound            in  --  --  ok  --  ok  no  --  --  --  no  no  --
communication:recording_withdraw      sound-public     in  --  --  no  no  ok  no  --  --  --  no  no  --
communication:press_item              press            in  --  --  ok  --  ok  ok  --  --  --  ok  ok  --
communication:item_amend              press            in  --  --  ok  --  ok  no  --  --  --  no  no  --
communication:item_accept             press            in  --  --  no  --  ok  no  --  --  --  no  no  --
communication:item_cancel             press            in  --  --  ok  --  ok  no  --  --  --  no  no  --
communication:item_do                 press-planned    in  --  --  ok  --  ok  no  --  --  --  no  no  --
communication:item_reopen             press-done       in  --  --  no  --  ok  no  --  --  --  no  no  --
communication:item_add_evidence       press-done       in  --  --  ok  --  ok  no  --  --  --  no  no  --
communication:news_page               news             in  --  --  ok  --  ok  ok  --  --  --  ok  ok  --
communication:news_page               news-public      in  --  --  ok  ok  ok  ok  --  --  --  ok  ok  --
communication:news_version            news/version     in  --  --  ok  --  ok  ok  --  --  --  ok  ok  --
communication:page_revise             news             in  --  --  ok  --  ok  no  --  --  --  no  no  --
communication:page_revise             news-public      in  --  --  no  no  ok  no  --  --  --  no  no  --
communication:picture_add             news             in  --  --  ok  --  ok  no  --  --  --  no  no  --
communication:picture_remove          news/picture     in  --  --  ok  --  ok  no  --  --  --  no  no  --
communication:page_propose            news             in  --  --  ok  --  ok  no  --  --  --  no  no  --
communication:page_return             news-sent        in  --  --  no  --  ok  no  --  --  --  no  no  --
communication:page_publish            news             in  --  --  no  --  ok  no  --  --  --  no  no  --
communication:page_set_day            news-public      in  --  --  no  no  ok  no  --  --  --  no  no  --
communication:page_withdraw           news             in  --  --  ok  --  ok  no  --  --  --  no  no  --
communication:page_withdraw           news-public      in  --  --  no  no  ok  no  --  --  --  no  no  --
communication:page_reopen             news-gone        in  --  --  no  --  ok  no  --  --  --  no  no  --
# The portal
portal:home                           -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
portal:search                         -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
# Help that is given
support:home                          -                in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
support:costs                         -                in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
# Producers' sites
sites:detail                          lan               in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
sites:detail                          recogniser        in  --  ok  --  ok  ok  ok  --  --  --  ok  ok  --
sites:open                            lan               in  ok  --  ok  --  ok  no  --  --  --  no  no  --
sites:edit                            lan               in  ok  --  ok  --  ok  no  --  --  --  no  no  --
sites:publish                         lan               in  ok  --  ok  --  ok  no  --  --  --  no  no  --
sites:withdraw                        lan               in  409 --  409 --  409 no  --  --  --  no  no  --
sites:consent                         lan               in  ok  --  ok  --  ok  no  --  --  --  no  no  --
sites:take_back                       lan               in  409 --  409 --  409 no  --  --  --  no  no  --
sites:add_photos                      lan               in  ok  --  ok  --  ok  no  --  --  --  no  no  --
sites:remove_photo                    site/photo        in  ok  --  ok  --  ok  no  --  --  --  no  no  --
sites:add_link                        lan               in  ok  --  ok  --  ok  no  --  --  --  no  no  --
sites:remove_link                     buy-link          in  ok  --  ok  --  ok  no  --  --  --  no  no  --
sites:look_at_link                    buy-link          in  no  --  ok  --  ok  no  --  --  --  no  no  --
sites:name_host                       lan               in  ok  --  ok  --  ok  no  --  --  --  no  no  --
sites:tell_sale                       product           in  ok  --  ok  --  ok  no  --  --  --  no  no  --
sites:ask                             recognised        ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
sites:question_ticket                 question-ticket   ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
sites:question_ticket                 unknown           --  --  --  --  --  --  --  --  --  --  --  --  --
sites:questions                       -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
sites:question                        question          in  ok  --  --  --  --  --  --  --  --  --  --  --
sites:answer                          question          in  ok  --  --  --  --  --  --  --  --  --  --  --
sites:spam                            question          in  ok  --  --  --  --  --  --  --  --  --  --  --
sites:report_question                 question          in  ok  --  --  --  --  --  --  --  --  --  --  --
sites:links                           -                 in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
sites:visits                          lan               in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
catalogue:site_preview                lan               in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
catalogue:site_qr                     lan               in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
catalogue:site_export                 lan               in  --  --  --  --  --  --  --  --  --  --  --  --
support:received                      lan              in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
support:list                          kind-dao-tao     in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
support:list                          kind-nhan-hieu   in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
support:list                          kind-logo-nhan   in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
support:list                          kind-bien-gioi-thieu in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
support:list                          kind-lien-ket    in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
support:list                          kind-cung-co-to-chuc in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
support:list                          kind-du-lich     in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
support:list                          kind-hoi-cho     in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
support:list                          kind-san-thuong-mai-dien-tu in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
support:list                          kind-website     in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
support:list                          kind-tieu-chuan  in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
support:list                          unknown          in  --  --  --  --  --  --  --  --  --  --  --  --
support:plan                          kind-dao-tao     in  no  no  ok  ok  ok  no  no  no  no  no  no  no
support:plan                          kind-nhan-hieu   in  no  no  ok  ok  ok  no  no  no  no  no  no  no
support:plan                          kind-logo-nhan   in  no  no  ok  ok  ok  no  no  no  no  no  no  no
support:plan                          kind-bien-gioi-thieu in  no  no  ok  ok  ok  no  no  no  no  no  no  no
support:plan                          kind-lien-ket    in  no  no  ok  ok  ok  no  no  no  no  no  no  no
support:plan                          kind-cung-co-to-chuc in  no  no  ok  ok  ok  no  no  no  no  no  no  no
support:plan                          kind-du-lich     in  no  no  ok  ok  ok  no  no  no  no  no  no  no
support:plan                          kind-hoi-cho     in  no  no  ok  ok  ok  no  no  no  no  no  no  no
support:plan                          kind-san-thuong-mai-dien-tu in  no  no  ok  ok  ok  no  no  no  no  no  no  no
support:plan                          kind-website     in  no  no  ok  ok  ok  no  no  no  no  no  no  no
support:plan                          kind-tieu-chuan  in  no  no  ok  ok  ok  no  no  no  no  no  no  no
support:activity                      help             in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
support:edit                          help             in  no  --  ok  --  ok  no  --  --  --  no  no  --
support:start                         help-look        in  no  --  ok  --  ok  no  --  --  --  no  no  --
support:finish                        help             in  no  --  ok  --  ok  no  --  --  --  no  no  --
support:cancel                        help             in  no  --  ok  --  ok  no  --  --  --  no  no  --
support:add_beneficiary               help             in  no  --  ok  --  ok  no  --  --  --  no  no  --
support:add_party                     help-link        in  no  --  ok  --  ok  no  --  --  --  no  no  --
support:step                          help/step        in  no  --  ok  --  ok  no  --  --  --  no  no  --
support:cost                          help             in  no  --  ok  --  ok  no  --  --  --  no  no  --
support:withdraw_cost                 help/cost        in  no  --  ok  --  ok  no  --  --  --  no  no  --
support:paper                         help             in  no  --  ok  --  ok  no  --  --  --  no  no  --
support:look                          help-look        in  no  --  ok  --  ok  no  --  --  --  no  no  --
support:kit                           help-kit         in  no  --  ok  --  ok  no  --  --  --  no  no  --
POST support:remove_beneficiary       help/one         in  no  --  go  --  go  no  --  --  --  no  no  --
POST support:remove_party             help/party       in  no  --  go  --  go  no  --  --  --  no  no  --
courses:sign_in                       code-expired     410  410  410  410  410  410  410  410  410  410  410  410  410
courses:sign_in                       unknown          --  --  --  --  --  --  --  --  --  --  --  --  --
support:areas                         -                in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
support:raising                       lan              in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
courses:course                        course           in  no  --  ok  --  ok  ok  --  --  --  ok  ok  --
courses:course                        help             in  no  --  no  --  no  no  --  --  --  no  no  --
courses:add_day                       course           in  no  --  ok  --  ok  no  --  --  --  no  no  --
POST courses:add_period               course           in  no  --  go  --  go  no  --  --  --  no  no  --
POST courses:remove_day               course/empty     in  no  --  go  --  go  no  --  --  --  no  no  --
courses:day_code                      course/day       in  no  --  ok  --  ok  ok  --  --  --  ok  ok  --
courses:day_code_paper                course/day       in  no  --  ok  --  ok  ok  --  --  --  ok  ok  --
POST courses:renew_code               course/day       in  no  --  go  --  go  no  --  --  --  no  no  --
courses:sheet_paper                   course/day       in  no  --  ok  --  ok  ok  --  --  --  ok  ok  --
courses:record_sheet                  course/day       in  no  --  ok  --  ok  no  --  --  --  no  no  --
courses:record_table                  course/day       in  no  --  ok  --  ok  no  --  --  --  no  no  --
courses:sheet_template                course           in  no  --  ok  --  ok  ok  --  --  --  ok  ok  --
courses:attendances                   course           in  no  --  ok  --  ok  ok  --  --  --  ok  ok  --
courses:correct_attendance            course/row       in  no  --  ok  --  ok  no  --  --  --  no  no  --
courses:withdraw_attendance           course/row       in  no  --  ok  --  ok  no  --  --  --  no  no  --
courses:course_certificates           course           in  no  --  ok  --  ok  ok  --  --  --  ok  ok  --
courses:add_material                  course           in  no  --  ok  --  ok  no  --  --  --  no  no  --
# Tourism and value chains
tourism:spots                         -                 in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
tourism:open_spot                     -                 in  ok  ok  ok  ok  ok  no  no  no  no  no  no  no
tourism:spot                          village           in  ok  --  ok  --  ok  ok  --  --  --  ok  ok  --
tourism:spot                          unknown           in  --  --  --  --  --  --  --  --  --  --  --  --
tourism:edit_spot                     village           in  ok  --  ok  --  ok  no  --  --  --  no  no  --
tourism:readiness                     village           in  ok  --  ok  --  ok  no  --  --  --  no  no  --
tourism:spot_publish                  village           in  no  --  no  --  no  no  --  --  --  no  no  --
tourism:spot_withdraw                 village           in  409 --  409 --  409 no  --  --  --  no  no  --
tourism:agree_contact                 village           in  no  --  no  --  no  no  --  --  --  no  no  --
tourism:take_back_contact             village           in  409 --  409 --  409 no  --  --  --  no  no  --
tourism:add_photos                    village           in  ok  --  ok  --  ok  no  --  --  --  no  no  --
tourism:remove_photo                  village/photo     in  ok  --  ok  --  ok  no  --  --  --  no  no  --
tourism:tie_spot                      village           in  no  --  ok  --  ok  no  --  --  --  no  no  --
tourism:routes                        -                 in  no  no  ok  ok  ok  no  no  no  no  no  no  no
tourism:open_route                    -                 in  no  no  ok  ok  ok  no  no  no  no  no  no  no
tourism:route                         route             in  --  --  ok  --  ok  ok  --  --  --  ok  ok  --
tourism:edit_route                    route             in  --  --  ok  --  ok  no  --  --  --  no  no  --
tourism:route_publish                 route             in  --  --  ok  --  ok  no  --  --  --  no  no  --
tourism:route_withdraw                route             in  --  --  409 --  409 no  --  --  --  no  no  --
tourism:add_stop                      route             in  --  --  ok  --  ok  no  --  --  --  no  no  --
tourism:remove_stop                   stop              in  --  --  ok  --  ok  no  --  --  --  no  no  --
tourism:chains                        -                 in  no  no  ok  ok  ok  no  no  no  no  no  no  no
tourism:open_chain                    -                 in  no  no  ok  ok  ok  no  no  no  no  no  no  no
tourism:chain                         chain             in  --  --  ok  --  ok  ok  --  --  --  ok  ok  --
tourism:edit_chain                    chain             in  --  --  ok  --  ok  no  --  --  --  no  no  --
tourism:chain_publish                 chain             in  --  --  no  --  no  no  --  --  --  no  no  --
tourism:chain_withdraw                chain             in  --  --  409 --  409 no  --  --  --  no  no  --
tourism:agree_name                    chain             in  --  --  ok  --  ok  no  --  --  --  no  no  --
tourism:take_back_name                chain/name        in  --  --  ok  --  ok  no  --  --  --  no  no  --
# Reports
reports:dashboard                     -                 in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
reports:terms                         -                 in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
reports:ending_xlsx                   -                 in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
reports:cohorts_xlsx                  -                 in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
reports:calendar                      -                 in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
reports:ics                           -                 in  no  no  ok  ok  ok  ok  no  no  no  ok  ok  no
reports:progress                      plan              in  --  --  ok  ok  ok  ok  --  --  --  ok  ok  --
reports:progress                      plan-draft        in  --  --  --  --  ok  --  --  --  --  --  --  --
reports:records                       plan/counted      in  --  --  ok  ok  ok  ok  --  --  --  ok  ok  --
reports:records                       plan/target       in  --  --  ok  ok  ok  ok  --  --  --  ok  ok  --
reports:leaders                       plan              in  --  --  ok  ok  ok  ok  --  --  --  ok  ok  --
reports:leaders_pdf                   plan              in  --  --  ok  ok  ok  ok  --  --  --  ok  ok  --
reports:periodic                      -                 in  no  no  no  no  ok  ok  no  no  no  ok  ok  no
reports:report                        plan/period       in  --  --  no  no  ok  ok  --  --  --  ok  ok  --
reports:report                        plan/no-period    in  --  --  no  no  --  --  --  --  --  --  --  --
reports:report_docx                   plan/period       in  --  --  no  no  ok  ok  --  --  --  ok  ok  --
reports:report_xlsx                   plan/period       in  --  --  no  no  ok  ok  --  --  --  ok  ok  --
"""


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    method: str
    name: str
    place: str
    cells: dict[str, str]

    def __str__(self) -> str:
        return f"{self.name} {self.place}"


def rows() -> list[Row]:
    """The table as written; a line with too few or too many cells is a ValueError."""
    found = []
    for line in TABLE.strip().splitlines():
        if line.startswith("#") or not line.strip():
            continue
        method, *words = line.split() if line.startswith("POST ") else ["GET", *line.split()]
        name, place, *cells = words
        found.append(Row(method, name, place, dict(zip(ROLES, cells, strict=True))))
    return found
