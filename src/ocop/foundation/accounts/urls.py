"""Addresses of accounts. Those of signing in keep the names that allauth looks for."""

urlpatterns: list = []
