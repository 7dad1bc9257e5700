<?php
require 'GuzzleHttp/autoload.php';
$client = new GuzzleHttp\Client(['headers' => ['X-API-KEY' => getenv('INTRAM_PUBLIC_KEY'), 'X-PRIVATE-KEY' => getenv('INTRAM_PRIVATE_KEY'),
    'X-SECRET-KEY' => getenv('INTRAM_SECRET'), 'X-MARCHAND-KEY' => getenv('INTRAM_MARCHAND_KEY')]]);
$api = 'https://webservices.intram.org:4002/api/v1';
$payment = ['invoice' => ['currency' => 'XOF', 'amount' => 1000], 'store' => ['name' => 'Test Store']];
$id = json_decode($client->post("$api/payments/request", ['json' => $payment])->getBody(), true)['transaction_id'];
$client->post(str_replace('/api/v1', '/__admin', getenv('INTRAM_BASE_URL')) . "/transactions/$id/pay");
echo json_decode($client->get("$api/transactions/confirm/$id")->getBody(), true)['status'];
