"""The one list of views that need no sign-in. Everything else does, without exception."""

PUBLIC_VIEWS = frozenset(
    {
        # signing in and up
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
        "catalogue:home",
        "catalogue:products",
        "catalogue:product",
        "catalogue:producer",
        "catalogue:check_form",
        "catalogue:check",
        "catalogue:check_short",
        "site:robots",
        "site:sitemap",
        # for programs, read-only
        "healthz",
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
