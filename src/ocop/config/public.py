"""The one list of views that need no sign-in. Everything else does, without exception."""

SIGN_IN_VIEWS = frozenset(
    {
        "account_login",
        "account_logout",
        "account_signup",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "account_confirm_email",
        "account_email_verification_sent",
        "account_inactive",
        "mfa_authenticate",
        "mfa_login_webauthn",
        "recovery:use_code",
        "courses:sign_in",  # a name in the list of a course
    }
)
"""Signing in and up: open to everyone, and kept by no browser."""

SHOPPER_VIEWS = frozenset(
    {
        "inspections:report",
        "inspections:report_of_code",
        "inspections:ticket",
        "inspections:ticket_form",
        "sites:ask",
        "sites:question_ticket",
    }
)
"""A form that is new at each look, and what became of one report: open to everyone, kept by no browser."""

PUBLIC_VIEWS = (
    SIGN_IN_VIEWS
    | SHOPPER_VIEWS
    | frozenset(
        {
            # open to everyone
            "places:search",
            "regulations:index",
            "regulations:detail",
            "regulations:rubric",
            "regulations:practice",
            "regulations:comparison",
            "places:detail",
            "places:options",
            "ui:gallery",
            "documents:public_image",
            "documents:public_avif",
            "documents:public_sound",
            "catalogue:home",
            "catalogue:accessibility",
            "catalogue:products",
            "catalogue:product",
            "catalogue:share_picture",
            "catalogue:producer",
            "site_host",
            "site_host_image",
            "site_host_robots",
            "catalogue:spots",
            "catalogue:spot",
            "catalogue:route",
            "catalogue:route_pdf",
            "catalogue:chains",
            "catalogue:chain",
            "catalogue:map",
            "catalogue:map_points",
            "catalogue:news",
            "catalogue:news_page",
            "catalogue:guidance",
            "catalogue:guidance_page",
            "catalogue:listen",
            "catalogue:help",
            "catalogue:help_of",
            "catalogue:results",
            "catalogue:results_of",
            "catalogue:results_xlsx",
            "catalogue:results_csv",
            "catalogue:decision_pdf",
            "catalogue:check_form",
            "catalogue:check",
            "catalogue:check_short",
            "certificates:proof",
            "certificates:proof_text",
            "site:robots",
            "site:sitemap",
            "site:feeds_openapi",
            "site:products_csv",
            "site:producer_csv",
            "site:products_geojson",
            "site:products_jsonld",
            "site:products_merchant",
            "site:producer_merchant",
            "site:news_atom",
            "site:digital_link",
            "site:badge",
            # for programs, read-only
            "healthz",
            "certificates:keys",
            "api:api-root",
            "api:openapi-json",
            "api:products",
            "api:product",
            "api:certificate",
            "api:regulations",
            "api:regulation",
            "api:rubric",
        }
    )
)
