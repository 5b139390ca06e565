from django.db import migrations

from ocop.registers.products.rules import reckoned

CHUNK = 500


def fill(apps, schema_editor):
    """The reckonings of every product that is there."""
    Product = apps.get_model('products', 'Product')
    Reckoning = apps.get_model('products', 'Reckoning')
    # of what the rules say today, the columns that there were when this was written
    columns = {field.attname for field in Reckoning._meta.concrete_fields}
    products = Product.objects.order_by('pk').select_related('producer')
    rows = []
    for product in products.prefetch_related('recognitions__events').iterator(CHUNK):
        known = {one.pk: one for one in product.recognitions.all()}
        events = {one.pk: list(one.events.all()) for one in known.values()}
        for pk, facts in reckoned(known.values(), events).items():
            one, owner = known[pk], product.producer
            facts = {
                'product_id': product.pk, 'producer_id': owner.pk, 'legal_form': owner.legal_form,
                'place_id': product.commune_id or owner.commune_id, 'set_number': product.set_number or 0,
                'regulation_code': product.regulation_code, 'stars': one.stars or 0, 'year': one.year,
                'decided_on': one.decided_on, 'expires_on': one.expires_on,
                'counted_year': one.decided_on.year if one.decided_on else one.year, **facts,
            }
            kept = {name: value for name, value in facts.items() if name in columns}
            rows.append(Reckoning(recognition_id=pk, **kept))
        if len(rows) >= CHUNK:
            Reckoning.objects.bulk_create(rows)
            rows = []
    Reckoning.objects.bulk_create(rows)


class Migration(migrations.Migration):

    dependencies = [
        ('products', '0008_reckoning'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
