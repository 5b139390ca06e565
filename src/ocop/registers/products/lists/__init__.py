"""The officers' lists of products."""

from ocop.registers.products.lists.desk import ProductFilter, ProductTable, communes_with_products
from ocop.registers.products.lists.ending import EndingFilter, EndingTable

__all__ = ["EndingFilter", "EndingTable", "ProductFilter", "ProductTable", "communes_with_products"]
