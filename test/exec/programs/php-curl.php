<?php
function call($url, $body = null, $method = null) {
    $keys = ['X-API-KEY: ' . getenv('INTRAM_PUBLIC_KEY'), 'X-PRIVATE-KEY: ' . getenv('INTRAM_PRIVATE_KEY'),
        'X-SECRET-KEY: ' . getenv('INTRAM_SECRET'), 'X-MARCHAND-KEY: ' . getenv('INTRAM_MARCHAND_KEY')];
    $curl = curl_init($url);
    curl_setopt_array($curl, [CURLOPT_RETURNTRANSFER => true, CURLOPT_HTTPHEADER => [...$keys, 'Content-Type: application/json']]);
    if ($body !== null) curl_setopt($curl, CURLOPT_POSTFIELDS, json_encode($body));
    if ($method !== null) curl_setopt($curl, CURLOPT_CUSTOMREQUEST, $method);
    $answer = curl_exec($curl);
    return $answer === false ? exit(curl_error($curl)) : json_decode($answer, true);
}
$api = 'https://webservices.intram.org:4002/api/v1';
$payment = ['invoice' => ['currency' => 'XOF', 'amount' => 1000], 'store' => ['name' => 'Test Store']];
$id = call("$api/payments/request", $payment)['transaction_id'];
call(str_replace('/api/v1', '/__admin', getenv('INTRAM_BASE_URL')) . "/transactions/$id/pay", null, 'POST');
echo call("$api/transactions/confirm/$id")['status'];
