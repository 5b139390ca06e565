from django.db import migrations

from ocop.registers.products.rules import listing_facts, newest

CHUNK = 500


def fill(apps, schema_editor):
    """A listing for every product that is there."""
    Product = apps.get_model('products', 'Product')
    Listing = apps.get_model('products', 'Listing')
    # of what the rules say today, the columns that there were when this was written
    columns = {field.attname for field in Listing._meta.concrete_fields}
    rows = Product.objects.order_by('pk').select_related('producer__commune', 'commune')
    rows = rows.prefetch_related('recognitions__events')
    listings = []
    for product in rows.iterator(CHUNK):
        product.months = 0  # came later
        known = newest(product.recognitions.all())
        events = sorted(known.events.all(), key=lambda event: (event.on, event.pk)) if known else []
        facts = {'search_text': product.search_text, **listing_facts(product, known, events, product.commune or product.producer.commune)}
        kept = {name: value for name, value in facts.items() if name in columns}
        listings.append(Listing(pk=product.pk, **kept))
        if len(listings) == CHUNK:
            Listing.objects.bulk_create(listings)
            listings = []
    Listing.objects.bulk_create(listings)


class Migration(migrations.Migration):

    dependencies = [
        ('products', '0002_listing'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
