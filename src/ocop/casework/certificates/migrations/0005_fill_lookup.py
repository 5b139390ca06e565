from django.db import migrations
from django.db.models import Prefetch

from ocop.casework.certificates.lookup import lookup_facts, newer

CHUNK = 500


def fill(apps, schema_editor):
    """A lookup for every certificate that is there."""
    Certificate = apps.get_model('certificates', 'Certificate')
    Lookup = apps.get_model('certificates', 'Lookup')
    Event = apps.get_model('products', 'RecognitionEvent')
    Photo = apps.get_model('products', 'Photo')
    rows = Certificate.objects.select_related(
        'recognition', 'product__producer', 'decision_item__item__dossier__commune__parent__parent'
    ).prefetch_related(
        Prefetch('recognition__events', Event.objects.select_related('paper').order_by('on', 'pk')),
        Prefetch('product__photos', Photo.objects.filter(is_withdrawn=False), to_attr='shown_photos'),
        'product__certificates',
    )
    for start in range(0, rows.count(), CHUNK):
        Lookup.objects.bulk_create(
            Lookup(
                pk=one.pk, product_id=one.product_id, code=one.code,
                facts=lookup_facts(
                    one, one.recognition.events.all(), one.product.shown_photos,
                    newer(one, one.product.certificates.all()),
                ),
            )
            for one in rows.order_by('pk')[start : start + CHUNK]
        )


class Migration(migrations.Migration):

    dependencies = [
        ('certificates', '0004_lookup'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
