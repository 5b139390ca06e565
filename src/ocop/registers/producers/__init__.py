"""Producers: who brings products, in which legal form, from where, and who may act for them."""
