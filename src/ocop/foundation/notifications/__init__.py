"""Inbox and outbox. It carries messages; their texts belong to the packages that send them."""
