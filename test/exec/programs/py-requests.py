import os
import requests as http

api = 'https://webservices.intram.org:4002/api/v1'
names = {'X-API-KEY': 'PUBLIC_KEY', 'X-PRIVATE-KEY': 'PRIVATE_KEY', 'X-SECRET-KEY': 'SECRET', 'X-MARCHAND-KEY': 'MARCHAND_KEY'}
keys = {header: os.environ['INTRAM_' + name] for header, name in names.items()}
payment = {'invoice': {'currency': 'XOF', 'amount': 1000}, 'store': {'name': 'Test Store'}}
id = http.post(f'{api}/payments/request', json=payment, headers=keys).json()['transaction_id']
admin = os.environ['INTRAM_BASE_URL'].replace('/api/v1', '/__admin')
http.post(f'{admin}/transactions/{id}/pay', headers=keys).raise_for_status()
print(http.get(f'{api}/transactions/confirm/{id}', headers=keys).json()['status'])
