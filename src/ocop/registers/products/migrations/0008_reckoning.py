import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0004_words'),
        ('producers', '0003_order_indexes'),
        ('products', '0007_ending_index'),
    ]

    operations = [
        migrations.CreateModel(
            name='Reckoning',
            fields=[
                ('recognition', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='reckoning', serialize=False, to='products.recognition')),
                ('legal_form', models.CharField(blank=True, max_length=30)),
                ('regulation_code', models.CharField(blank=True, max_length=40)),
                ('set_number', models.PositiveSmallIntegerField(default=0)),
                ('stars', models.PositiveSmallIntegerField(default=0)),
                ('year', models.PositiveSmallIntegerField()),
                ('decided_on', models.DateField(null=True)),
                ('counted_year', models.PositiveSmallIntegerField()),
                ('expires_on', models.DateField(null=True)),
                ('is_given', models.BooleanField()),
                ('is_bare', models.BooleanField()),
                ('is_gone', models.BooleanField()),
                ('is_new', models.BooleanField()),
                ('is_held', models.BooleanField()),
                ('follower_year', models.PositiveSmallIntegerField(default=0)),
                ('follower_on', models.DateField(null=True)),
                ('is_renewed_by_name', models.BooleanField(default=False)),
                ('days_left', models.IntegerField(null=True)),
            ],
        ),
        migrations.AddIndex(
            model_name='product',
            index=models.Index(fields=['id', 'producer'], name='products_owner'),
        ),
        migrations.AddField(
            model_name='reckoning',
            name='follower',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='products.recognition'),
        ),
        migrations.AddField(
            model_name='reckoning',
            name='place',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.place'),
        ),
        migrations.AddField(
            model_name='reckoning',
            name='producer',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='producers.producer'),
        ),
        migrations.AddField(
            model_name='reckoning',
            name='product',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='reckonings', to='products.product'),
        ),
        migrations.AddIndex(
            model_name='reckoning',
            index=models.Index(fields=['product', 'recognition', 'is_given'], name='reckoning_product'),
        ),
        migrations.AddIndex(
            model_name='reckoning',
            index=models.Index(fields=['producer', 'year', 'decided_on', 'is_given', 'is_bare'], name='reckoning_producer'),
        ),
        migrations.AddIndex(
            model_name='reckoning',
            index=models.Index(condition=models.Q(('is_held', True)), fields=['stars', 'regulation_code', 'set_number', 'legal_form', 'place', 'expires_on'], name='reckoning_held'),
        ),
        migrations.AddIndex(
            model_name='reckoning',
            index=models.Index(condition=models.Q(('is_held', True)), fields=['expires_on', 'recognition', 'place'], name='reckoning_ending'),
        ),
        migrations.AddIndex(
            model_name='reckoning',
            index=models.Index(condition=models.Q(('is_new', True)), fields=['counted_year', 'decided_on', 'year', 'place', 'set_number', 'legal_form', 'stars'], name='reckoning_new'),
        ),
        migrations.AddIndex(
            model_name='reckoning',
            index=models.Index(condition=models.Q(('is_given', True), ('is_gone', False), ('follower__isnull', True)), fields=['expires_on', 'year', 'place', 'set_number', 'legal_form', 'stars', 'product'], name='reckoning_lapsed'),
        ),
        migrations.AddIndex(
            model_name='reckoning',
            index=models.Index(condition=models.Q(('is_given', True), ('is_gone', False), ('follower__isnull', False)), fields=['expires_on', 'follower_year', 'year'], name='reckoning_followed'),
        ),
    ]
