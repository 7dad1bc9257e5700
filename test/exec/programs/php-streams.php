<?php
// PHP's own streams, as file_get_contents() uses them: they know nothing of proxies.
function call($url, $body = null) {
    $keys = ['X-API-KEY: ' . getenv('INTRAM_PUBLIC_KEY'), 'X-PRIVATE-KEY: ' . getenv('INTRAM_PRIVATE_KEY'),
        'X-SECRET-KEY: ' . getenv('INTRAM_SECRET'), 'X-MARCHAND-KEY: ' . getenv('INTRAM_MARCHAND_KEY')];
    $options = ['header' => [...$keys, 'Content-Type: application/json']];
    if ($body !== null) $options += ['method' => 'POST', 'content' => json_encode($body)];
    return json_decode(file_get_contents($url, false, stream_context_create(['http' => $options])), true);
}
$api = 'https://webservices.intram.org:4002/api/v1';
$payment = ['invoice' => ['currency' => 'XOF', 'amount' => 1000], 'store' => ['name' => 'Test Store']];
$id = call("$api/payments/request", $payment)['transaction_id'];
call(str_replace('/api/v1', '/__admin', getenv('INTRAM_BASE_URL')) . "/transactions/$id/pay", (object) []);
echo call("$api/transactions/confirm/$id")['status'];
