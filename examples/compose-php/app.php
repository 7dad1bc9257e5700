<?php

// A shop of one page. It knows nothing of a sandbox: Intram's address is in its code, as in the official SDKs.
const INTRAM = 'https://webservices.intram.org:4002/api/v1';

function intram(string $path, ?array $body = null): array
{
    $curl = curl_init(INTRAM . $path);
    curl_setopt_array($curl, [
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 30,
        CURLOPT_HTTPHEADER => [
            'X-API-KEY: ' . getenv('INTRAM_PUBLIC_KEY'),
            'X-PRIVATE-KEY: ' . getenv('INTRAM_PRIVATE_KEY'),
            'X-SECRET-KEY: ' . getenv('INTRAM_SECRET'),
            'X-MARCHAND-KEY: ' . getenv('INTRAM_MARCHAND_KEY'),
            'Content-Type: application/json',
        ],
    ]);
    if ($body !== null) {
        curl_setopt($curl, CURLOPT_POSTFIELDS, json_encode($body));
    }
    $text = curl_exec($curl);
    if ($text === false) {
        throw new RuntimeException(curl_error($curl));
    }
    $answer = json_decode($text, true);
    if (($answer['error'] ?? true) !== false) {
        throw new RuntimeException($answer['message'] ?? 'Intram did not answer in JSON');
    }
    return $answer;
}

/** Whoever says that a payment was made: Intram is asked. */
function confirmed(mixed $id): array
{
    return intram('/transactions/confirm/' . rawurlencode(is_string($id) ? $id : ''));
}

$shop = getenv('SHOP_URL');

switch (parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)) {
    case '/':
        $payment = intram('/payments/request', [
            'invoice' => ['currency' => 'XOF', 'amount' => 13600, 'description' => 'Two T-shirts'],
            'store' => ['name' => 'Compose Shop'],
            'actions' => [
                'return_url' => "$shop/return",
                'cancel_url' => "$shop/return",
                'callback_url' => getenv('CALLBACK_URL'),
            ],
        ]);
        header("Location: {$payment['receipt_url']}", true, 303);
        break;
    case '/return':
        header('Content-Type: text/plain');
        echo confirmed($_GET['transaction_id'] ?? '')['status'];
        break;
    case '/callback':
        $told = json_decode(file_get_contents('php://input'), true);
        $payment = confirmed($told['transaction_id'] ?? '');
        error_log("{$payment['status']}, {$payment['total_amount']} XOF"); // settle the order here, once
        break;
    default:
        http_response_code(404);
}
